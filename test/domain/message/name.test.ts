import { expect, test } from 'vitest'
import { fitName, nameOf } from '../../../shared/domain/message/name.ts'

test.each([
  // Chinese, Korean, Japanese
  ['超', '刘', '刘超'],
  ['娜娜', '欧阳', '欧阳娜娜'],
  [undefined, '欧阳', '欧阳'],
  ['伟', undefined, '伟'],
  ['阿依古丽·买买提', undefined, '阿依古丽·买买提'],
  ['𠮷', '田', '田𠮷'],
  ['민준', '김', '김민준'],
  ['さくら', '佐々木', '佐々木さくら'],
  ['マイケル', 'スミス', 'マイケル'],
  ['Xiaoyu', '林', 'Xiaoyu'],
  ['晓雨', 'Lin', '晓雨'],
  // Latin and its neighbours
  ['Anna', 'Farrowby', 'Anna'],
  ['Jean-Luc', '', 'Jean-Luc'],
  ['José María', 'x', 'José María'],
  ['María del Carmen', 'Ñuñez', 'María del Carmen'],
  ['Ñuñez', undefined, 'Ñuñez'],
  ["O'Brien", undefined, "O'Brien"],
  ['O’Neill Jr.', 'x', 'O’Neill Jr.'],
  ["'Abd al-Rahman", 'x', "'Abd al-Rahman"],
  ['Oʻtkir', 'x', 'Oʻtkir'],
  ['Thị Lan', 'Ngô', 'Thị Lan'],
  ['Ngô Thị'.normalize('NFD'), undefined, 'Ngô Thị'],
  ['J.R.R.', 'Tolkien', 'J.R.R.'],
  ['St. John', 'Rivers', 'St. John'],
  ['Łukasz', 'x', 'Łukasz'],
  ['ANNA', 'x', 'ANNA'],
  ['  Anna ', 'x', 'Anna'],
  // Other scripts
  ['Мария', 'Иванова', 'Мария'],
  ['Ελένη', 'x', 'Ελένη'],
  ['يوسف', 'x', 'يوسف'],
  ['علی\u200cرضا', 'x', 'علی\u200cرضا'],
  ['נועה', 'x', 'נועה'],
  ['प्रिया', 'x', 'प्रिया'],
  ['ක්\u200dරිෂාන්', 'x', 'ක්\u200dරිෂාන්'],
  ['สมชาย', 'x', 'สมชาย'],
  ['გიორგი', 'x', 'გიორგი'],
  ['Արամ', 'x', 'Արամ'],
])('%j %j is greeted as %j', (givenName, familyName, name) => {
  expect(nameOf({ givenName, familyName })).toBe(name)
})

test.each([
  undefined,
  '',
  // An initial
  'J',
  'J.',
  'Ж',
  // Links, and what programs make links of
  't.co',
  'x.com',
  'Anna t.co',
  'win.example',
  'ｔ．ｃｏ',
  '𝐭.𝐜𝐨',
  'http evil',
  'https',
  'www evil com',
  'http://example.com',
  'evil。中国',
  'a@b.co',
  // Code and marks
  '<script>',
  '{{ 7 }}',
  'Anna\r\nBcc: x',
  // Digits, pictures, directions, what is not seen
  'Anna2',
  '刘超2',
  'Anna 😀',
  '😀',
  '\u202eannA',
  'An\u200bna',
  '\u200dAnna',
  `A${'\u0301'.repeat(9)}nna`,
  // Not a name's length or shape
  'a'.repeat(61),
  'you have won one million call',
  'Anna, you have won',
  'Anna...',
  '-',
  'N/A',
])('%j is nothing to be greeted by', (givenName) => {
  expect(fitName(givenName)).toBe('')
  expect(nameOf({ givenName, familyName: 'Lin' })).toBe('')
})

test('a Chinese name of which one part is no name is greeted by the other, or not at all', () => {
  expect(nameOf({ givenName: '超', familyName: 't.co' })).toBe('超')
  expect(nameOf({ givenName: 't.co', familyName: '刘' })).toBe('刘')
})
