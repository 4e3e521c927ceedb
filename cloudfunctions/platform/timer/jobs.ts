import type { Context } from '../context';
import type { Stored } from '../db';
import { orUnknown } from '../holds/answers';
import type { Job } from '../room';
import type { Assembly } from '../serve/assembly';
import { jobsInTurn } from './in-turn';

/** When a job runs next. Whoever moves it on runs the job; a run that dies is simply due again next time. */
interface JobPlan extends Stored {
  readonly nextRunAtMs: number;
  readonly lastRunAtMs: number;
}

const JOBS = 'jobs';

/** Runs what is due, one after the other; a job that fails does not keep the others from running. Names of those run. */
export async function runDueJobs(assembly: Assembly, context: Context): Promise<string[]> {
  const jobs = jobsInTurn(assembly);
  const plans = await context.db.getMany<JobPlan>(JOBS, [...jobs.keys()]);
  const ran: string[] = [];
  for (const [name, job] of jobs) {
    const plan = plans.get(name);
    if (plan && plan.nextRunAtMs > context.nowMs) continue;
    if (!(await isOurs(context, name, job, plan))) continue;
    try {
      await job.run(context);
      ran.push(name);
    } catch (error) {
      context.log.error('job-failed', { job: name, stack: error instanceof Error ? error.stack : String(error) });
    }
  }
  return ran;
}

/**
 * The next run is on the job's own grid of time, not so long after this one: the trigger comes some milliseconds early or
 * late, and a job of every minute would miss every other one.
 */
const nextRunAtMs = (nowMs: number, everyMs: number): number => (Math.floor(nowMs / everyMs) + 1) * everyMs;

async function isOurs(context: Context, name: string, job: Job, plan: JobPlan | undefined): Promise<boolean> {
  const next = { nextRunAtMs: nextRunAtMs(context.nowMs, job.everyMs), lastRunAtMs: context.nowMs };
  const moved = plan
    ? context.db.update(JOBS, { _id: name, nextRunAtMs: plan.nextRunAtMs }, next)
    : context.db.insert<JobPlan>(JOBS, { _id: name, ...next }).then((inserted) => inserted === 'inserted');
  return (await orUnknown(moved)) === true;
}
