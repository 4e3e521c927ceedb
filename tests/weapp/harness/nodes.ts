import { type ViewNode, viewOf } from './simulate';

export interface TreeSize {
  /** Nodes of the page; WeChat warns above 1,000. */
  nodes: number;
  /** Longest way from the page down; WeChat warns above 30. */
  depth: number;
}

export function treeSize(root: Element): TreeSize {
  const below = [...root.children].map(treeSize);
  return {
    nodes: 1 + below.reduce((sum, child) => sum + child.nodes, 0),
    depth: 1 + Math.max(0, ...below.map((child) => child.depth)),
  };
}

/**
 * Nodes of the page and of the components in it that match `selector`: #id, .class and tag names, joined ("view.row")
 * and one inside another ("#list .row"). exparser's own search stops at components, which Taro makes of deep trees.
 */
export function select(root: Element, selector: string): ViewNode[] {
  const steps = selector.trim().split(/\s+/);
  return everyNode(root).filter((node) => matchesPath(node.dom, steps, root));
}

/** Innermost nodes that show `text`. */
export function withText(root: Element, text: string): ViewNode[] {
  const shows = (element: Element) => (element.textContent ?? '').includes(text);
  return everyNode(root).filter(({ dom }) => shows(dom) && ![...dom.children].some(shows));
}

/** A built-in component's attribute as the view has it now: value, src, disabled … */
export function attributeOf(node: ViewNode, name: string): unknown {
  return node._exparserNode._vt.attrs.find((attribute) => attribute.name === name)?.value;
}

const everyNode = (root: Element): ViewNode[] =>
  [...root.querySelectorAll('*')].map(viewOf).filter((node): node is ViewNode => node !== undefined);

function matchesPath(element: Element, steps: string[], root: Element): boolean {
  const last = steps.at(-1);
  if (last === undefined) return true;
  if (!matchesStep(element, last)) return false;
  const outer = steps.slice(0, -1);
  if (outer.length === 0) return true;
  for (let parent = element.parentElement; parent && parent !== root.parentElement; parent = parent.parentElement) {
    if (matchesPath(parent, outer, root)) return true;
  }
  return false;
}

function matchesStep(element: Element, step: string): boolean {
  const parts = step.match(/[#.]?[^#.]+/g) ?? [];
  return parts.every((part) => {
    if (part.startsWith('#')) return viewOf(element)?._exparserNode.id === part.slice(1);
    if (part.startsWith('.')) return classesOf(element).includes(part.slice(1));
    return element.tagName.toLowerCase() === `wx-${part}` || element.tagName.toLowerCase() === part;
  });
}

/** exparser writes "page--row" for the page's class "row". */
const classesOf = (element: Element): string[] =>
  [...element.classList].map((name) => (name.includes('--') ? name.slice(name.indexOf('--') + 2) : name));
