import { showScreen } from './screen';
import type { Instance } from './types';

/** exparser's own element, as far as tests look at it; ids and attributes live here and not in the DOM. */
export interface ExparserNode {
  id: string;
  _vt: { attrs: { name: string; value: unknown }[] };
  /** simulate's view of a custom component that it made already. */
  __componentNode__?: ViewNode;
}

/** A rendered node: miniprogram-simulate's view of an exparser element. */
export interface ViewNode {
  dom: HTMLElement;
  instance: Instance;
  dispatchEvent(name: string, options: { detail: unknown; bubbles: boolean }): void;
  _exparserNode: ExparserNode;
}

export interface RootNode extends ViewNode {
  attach(parent: Node): void;
  detach(): void;
}

export type Definition = Record<string, unknown>;

interface Simulate {
  load(file: string, tagName: string, options: { rootPath: string; compiler: 'official' }): string;
  render(id: string): RootNode;
  behavior(definition: Definition): string;
}

interface SimulateUtils {
  runJs: (file: string) => void;
  readFile: (file: string) => string | null;
}

interface Tools {
  simulate: Simulate;
  utils: SimulateUtils;
  View: new (node: ExparserNode) => ViewNode;
}

let loaded: Tools | undefined;

/** Loaded at the first use, for these libraries reach for the screen while they load. */
function tools(): Tools {
  loaded ??= loadTools();
  return loaded;
}

function loadTools(): Tools {
  showScreen();
  const simulate: Simulate = require('miniprogram-simulate');
  const utils: SimulateUtils = require('miniprogram-simulate/src/utils');
  // simulate exports its root class only; the view of an ordinary node is the class below it.
  const RootView: object = require('j-component/src/render/component');
  const { readFile } = utils;
  // jsdom lays nothing out: parsing styles would cost seconds and change nothing that a test can see.
  utils.readFile = (file) => (file.endsWith('.wxss') ? '' : readFile(file));
  return { simulate, utils, View: Object.getPrototypeOf(RootView) };
}

/** Registers a component or page of which the code is being run; known only while `load` runs that code. */
export const defineComponent = (definition: Definition): void =>
  (globalThis as unknown as { Component: (definition: Definition) => void }).Component(definition);

export const defineBehavior = (definition: Definition): string => tools().simulate.behavior(definition);

/** Compiles a page's markup by WeChat's own compiler and runs its code, and that of its components, by `run`. */
export function load(dist: string, file: string, run: (file: string) => void): string {
  tools().utils.runJs = run;
  return tools().simulate.load(file, 'page', { rootPath: dist, compiler: 'official' });
}

export const render = (id: string): RootNode => tools().simulate.render(id);

/** The view of a DOM element that exparser made; undefined for any other. */
export function viewOf(element: Element): ViewNode | undefined {
  const node = (element as Element & { __wxElement?: ExparserNode }).__wxElement;
  return node && (node.__componentNode__ ?? new (tools().View)(node));
}
