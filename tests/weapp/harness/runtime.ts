import path from 'node:path';
import type { Meter } from './meter';
import { ModuleLoader, type Names } from './scope';
import { type Definition, defineBehavior, defineComponent } from './simulate';
import type { Activity } from './timers';
import type { Instance } from './types';

type AppMethods = Record<string, ((argument: unknown) => void) | undefined>;

export interface RuntimeSetup {
  dist: string;
  wx: Names;
  activity: Activity;
  meter: Meter;
  openInstances: () => Instance[];
  onError: (text: string) => void;
}

/** Runs the mini-program's code once a launch, and keeps what it registers: the app, its pages and components. */
export class Runtime {
  private app: AppMethods = {};
  private readonly definitions = new Map<string, Definition>();
  private readonly loader: ModuleLoader;
  /** The page or component whose code simulate is asking for. */
  private loading = '';

  constructor(private readonly setup: RuntimeSetup) {
    this.loader = new ModuleLoader(this.names());
  }

  startApp(launch: unknown): void {
    this.loader.require(path.join(this.setup.dist, 'app.js'));
    this.appLife('onLaunch', launch);
    this.appLife('onShow', launch);
  }

  appLife(name: 'onLaunch' | 'onShow' | 'onHide', argument?: unknown): void {
    this.app[name]?.call(this.app, argument);
  }

  /** Runs a page's or component's code; its second page instance is made from the definition of the first. */
  readonly runCode = (file: string): void => {
    this.loading = file;
    const known = this.definitions.get(file);
    if (known) defineComponent({ ...known });
    else this.loader.require(file);
  };

  private names(): Names {
    const { wx, activity, openInstances } = this.setup;
    return {
      wx,
      App: (methods: AppMethods) => {
        this.app = methods;
      },
      Page: (page: Definition) => this.define(asComponent(page)),
      Component: (component: Definition) => this.define(component),
      Behavior: defineBehavior,
      getApp: () => this.app,
      getCurrentPages: openInstances,
      console: watchedConsole(this.setup.onError),
      ...activity.functions,
    };
  }

  private define(definition: Definition): void {
    const { dist, meter } = this.setup;
    const metered = meter.wrap(path.relative(dist, this.loading), definition);
    this.definitions.set(this.loading, metered);
    defineComponent({ ...metered });
  }
}

/** simulate knows components only: a page is one whose methods include the page's lifecycle. */
function asComponent({ data = {}, ...rest }: Definition): Definition {
  const methods = Object.entries(rest).filter(([, value]) => typeof value === 'function');
  return { data: JSON.parse(JSON.stringify(data)), methods: Object.fromEntries(methods) };
}

function watchedConsole(onError: (text: string) => void): Console {
  return {
    ...console,
    error(...parts: unknown[]) {
      onError(parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' '));
    },
  };
}
