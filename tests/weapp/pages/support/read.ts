import type { Weapp } from '../../harness';

/** Text of a node; '' when there is none. */
export const textOf = (phone: Weapp, selector: string): string => phone.$$(selector)[0]?.dom.textContent ?? '';

/** The till receipt as a person reads it: what, and how much. */
export function slipOf(phone: Weapp): { rows: [string, string][]; total: string } {
  const rows = phone.$$('#slip .ll-slip__row').map(({ dom }): [string, string] => {
    const [what, ...amount] = [...dom.children].map((child) => child.textContent ?? '');
    return [what ?? '', amount.join('')];
  });
  return { rows, total: textOf(phone, '#slip .ll-slip__sum .ll-price') };
}

/** Lines of the cart as shown. */
export function linesOf(phone: Weapp): { name: string; price: string; was: string; quantity: string }[] {
  return phone.$$('.cart-line').map((line) => {
    const inside = (className: string) =>
      [...line.dom.querySelectorAll('*')].find((node) => [...node.classList].some((name) => name.endsWith(className)))
        ?.textContent ?? '';
    return {
      name: inside('cart-line__name'),
      price: inside('ll-price'),
      was: inside('ll-was'),
      quantity: inside('ll-step__num'),
    };
  });
}
