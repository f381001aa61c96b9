import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { FileEditing, SaveState } from '../../editing/use-file.ts'
import { useEditingWords } from '../../editing/words.ts'
import { type View, viewsOf } from './views.ts'

const SAVE_LOOKS: Record<SaveState, StatusIndicatorProps.Type> = {
  saved: 'success',
  saving: 'in-progress',
  unsaved: 'pending',
  offline: 'warning',
  conflict: 'error',
  locked: 'stopped',
}

interface ToolbarProps {
  file: FileEditing
  view: View
  path: string
  canEdit: boolean
  isOpen: boolean
  onView(view: View): void
}

/** How a file is edited, undo and redo, and whether it is saved. */
export function Toolbar({ file, view, onView, path, canEdit, isOpen }: ToolbarProps) {
  const { drafts: words } = useEditingWords()
  const views = viewsOf(path)
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      {views.length > 1 && (
        <SegmentedControl
          label={words.view}
          selectedId={view}
          options={views.map((id) => ({ id, text: words.views[id] }))}
          onChange={({ detail }) => onView(detail.selectedId as View)}
        />
      )}
      {canEdit && (
        <SpaceBetween direction="horizontal" size="xs">
          <Button iconName="undo" disabled={!file.canUndo} onClick={file.undo}>
            {words.undo}
          </Button>
          <Button iconName="redo" disabled={!file.canRedo} onClick={file.redo}>
            {words.redo}
          </Button>
        </SpaceBetween>
      )}
      <Box>
        <span role="status">
          <StatusIndicator type={canEdit ? SAVE_LOOKS[file.state] : 'stopped'}>
            {canEdit ? words.save[file.state] : isOpen ? words.save.readOnly : words.save.locked}
          </StatusIndicator>
        </span>
      </Box>
    </SpaceBetween>
  )
}
