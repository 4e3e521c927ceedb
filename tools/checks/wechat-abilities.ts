import ts from 'typescript';
import type { Finding, SourceFile } from './files';
import { findInTree, parse } from './syntax';

/** What asks a person, takes money or leaves the phone: kept in one folder, where consent and failure are handled once. */
const ABILITIES = new Set([
  ...['cloud', 'request', 'uploadFile', 'downloadFile', 'connectSocket', 'login'],
  ...['requestPayment', 'requestSubscribeMessage', 'scanCode', 'getUserProfile', 'getGroupEnterInfo', 'authorize'],
  ...['chooseAddress', 'chooseLocation', 'getLocation', 'getFuzzyLocation', 'chooseMedia', 'chooseImage'],
  ...['saveImageToPhotosAlbum', 'setStorageSync', 'setStorage', 'setClipboardData', 'requirePrivacyAuthorize'],
]);
const CLIENT = /^client\/(?!services\/|config\/)/;

/** Uses of `Taro.cloud`, `wx.requestPayment` … outside client/services. */
export function strayAbilities(file: SourceFile): Finding[] {
  if (!CLIENT.test(file.path) || file.path.includes('.test.')) return [];
  return findInTree(parse(file), 'abilities-in-services', (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const isWechat = ['Taro', 'wx'].includes(node.expression.getText());
      return isWechat && ABILITIES.has(node.name.text) ? node.getText() : undefined;
    }
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText().includes('@tarojs/taro'))
      return importedAbility(node);
    return undefined;
  });
}

function importedAbility({ importClause }: ts.ImportDeclaration): string | undefined {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return undefined;
  const names = bindings.elements.map((element) => (element.propertyName ?? element.name).text);
  return names.find((name) => ABILITIES.has(name));
}
