import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WeappBuild } from './weapp-build';

/**
 * Interfaces for which WeChat demands a declared purpose (小程序用户隐私保护指引, base library ≥ 2.32.3): an undeclared
 * one fails on every phone with errno 112.
 */
const PRIVATE = [
  ...['getLocation', 'getFuzzyLocation', 'chooseLocation', 'choosePoi', 'onLocationChange'],
  ...['startLocationUpdate', 'startLocationUpdateBackground'],
  ...['chooseAddress', 'chooseInvoice', 'chooseInvoiceTitle', 'chooseLicensePlate', 'getWeRunData'],
  ...['getUserProfile', 'getUserInfo', 'getPhoneNumber', 'getRealtimePhoneNumber', 'chooseAvatar'],
  ...['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile'],
  ...['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'createVKSession', 'createCameraContext'],
  ...['startRecord', 'getRecorderManager', 'joinVoIPChat', 'addPhoneContact', 'addPhoneCalendar'],
  ...['addPhoneRepeatCalendar', 'openBluetoothAdapter', 'setClipboardData', 'getClipboardData'],
  ...['startAccelerometer', 'startCompass', 'startDeviceMotionListening', 'startGyroscope'],
];

/** Of these WeChat wants the name in app.json too (requiredPrivateInfos). */
const NAMED_IN_APP_JSON = PRIVATE.slice(0, 7).concat('chooseAddress');

export interface DeclaredInterface {
  interface: string;
  /** WeChat's word for what it touches, for the form in its console. */
  collects: string;
  purpose: string;
}

export function readDeclared(file: string): DeclaredInterface[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Private interfaces that the compiled code calls (`x.chooseAddress(`) or asks a button for (`openType: "getPhoneNumber"`). */
export function usedInterfaces({ dist, files }: WeappBuild): string[] {
  const code = files.filter(({ path: file }) => file.endsWith('.js'));
  const texts = code.map(({ path: file }) => readFileSync(path.join(dist, file), 'utf8'));
  return PRIVATE.filter((name) => {
    const use = new RegExp(`\\.${name}\\)?\\(|open-?[tT]ype["']?:\\s*["']${name}["']`);
    return texts.some((text) => use.test(text));
  }).sort();
}

/** Used and declared must be the same set: an undeclared use fails on phones, an idle declaration misleads residents. */
export function privacyFindings(build: WeappBuild, declared: DeclaredInterface[]): string[] {
  const used = usedInterfaces(build);
  const names = declared.map((entry) => entry.interface);
  const inAppJson = build.app.requiredPrivateInfos ?? [];
  const mustBeInAppJson = used.filter((name) => NAMED_IN_APP_JSON.includes(name));
  return [
    ...used
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is used and not declared in client/privacy.json`),
    ...names.filter((name) => !used.includes(name)).map((name) => `${name} is declared and not used`),
    ...mustBeInAppJson.filter((name) => !inAppJson.includes(name)).map((name) => `requiredPrivateInfos lacks ${name}`),
    ...inAppJson
      .filter((name) => !mustBeInAppJson.includes(name))
      .map((name) => `requiredPrivateInfos names ${name}, unused`),
    ...(used.length > 0 && build.app.__usePrivacyCheck__ !== true ? ['__usePrivacyCheck__ is off in app.json'] : []),
  ];
}
