import { TestEnvironment } from 'jest-environment-node';
import { JSDOM } from 'jsdom';

/**
 * Node, with a phone's screen in the drawer: the test and localcloud live in an ordinary Node, in which libraries find
 * no `document` while they load (lmdb takes one for a browser); `showScreen` brings it out at the first launch.
 */
export default class PhoneEnvironment extends TestEnvironment {
  private screen: JSDOM | undefined;

  override async setup(): Promise<void> {
    await super.setup();
    this.screen = new JSDOM('<!doctype html>', { pretendToBeVisual: true, url: 'http://localhost/' });
    Object.assign(this.global, { phoneScreen: this.screen.window });
  }

  override async teardown(): Promise<void> {
    this.screen?.window.close();
    await super.teardown();
  }
}
