import type { Stream } from 'descent';

/** One sample of the moderator's sensors. */
export interface ModeratorSample {
  /** Seconds since the start. */
  readonly time: number;
  /** Kelvin, with sensor noise. */
  readonly temperature: number;
  /** Bar, with sensor noise. */
  readonly pressure: number;
  /** Share of the full proton current, 0 while the beam is tripped. */
  readonly beam: number;
  /** What the control system says of the valve; it says "on" also while the valve is stuck. */
  readonly valve: 'on' | 'off';
  /** What is true. */
  readonly state: 'normal' | 'fault';
}

/** Seconds between samples. */
const INTERVAL = 5;
/** Seconds in which a disturbance falls to 1/e, in order and with a stuck valve. */
const COOLING_TIME = { normal: 40, fault: 75 } as const;
/** Kelvin per second at full beam. */
const HEATING = 0.1;
/** Mean seconds between faults, and the range of their length. */
const FAULT = { every: 3000, shortest: 400, longest: 900 } as const;
/** Mean seconds between beam trips, and the range of their length. */
const TRIP = { every: 400, shortest: 20, longest: 120 } as const;
/** The set point wanders: standard deviation in kelvin and time in which it forgets, in seconds. */
const DRIFT = { deviation: 1, time: 3600 } as const;
const NOISE = { temperature: 0.25, pressure: 0.02 } as const;

/**
 * Simulates the cooling loop of a neutron source's methane moderator, in steps of one second: the beam heats
 * it, a valve lets coolant through. A stuck valve cools more slowly, while its flag still says "on"; that
 * is the fault to be found. Because the set point wanders and the beam trips, no threshold on the
 * temperature finds it well: the way in which the temperature follows the beam does.
 * A made-up teaching model after the fault described in the LENS lectures (seed 002), not a real plant.
 * @param stream every random draw derives from it, by the number of the second
 * @param samples number of samples, 5 s apart
 */
export function simulateModerator(stream: Stream, samples: number): ModeratorSample[] {
  const faults = stream.derive('faults');
  const trips = stream.derive('trips');
  const drift = stream.derive('drift');
  const sensors = stream.derive('sensors');
  const result: ModeratorSample[] = [];
  let faultLeft = 0;
  let tripLeft = 0;
  let setPoint = 20 + DRIFT.deviation * drift.normal();
  let temperature = setPoint + HEATING * COOLING_TIME.normal;
  for (let second = 0; result.length < samples; second++) {
    faultLeft = nextLeft(faultLeft, faults, FAULT);
    tripLeft = nextLeft(tripLeft, trips, TRIP);
    const state = faultLeft > 0 ? 'fault' : 'normal';
    const beam = tripLeft > 0 ? 0 : 1;
    if (second % INTERVAL === 0) {
      result.push({
        time: second,
        temperature: temperature + NOISE.temperature * sensors.normal(),
        pressure: 1 + 0.02 * (temperature - 20) + NOISE.pressure * sensors.normal(),
        beam,
        valve: beam === 1 ? 'on' : 'off',
        state,
      });
    }
    const cooling = (temperature - setPoint) / COOLING_TIME[state];
    temperature += HEATING * beam - cooling;
    // An Ornstein and Uhlenbeck process in steps of a second.
    setPoint += (20 - setPoint) / DRIFT.time + DRIFT.deviation * Math.sqrt(2 / DRIFT.time) * drift.normal();
  }
  return result;
}

/** Seconds that an event still lasts: it begins at random and lasts a random time. */
function nextLeft(
  left: number,
  stream: Stream,
  { every, shortest, longest }: { every: number; shortest: number; longest: number },
): number {
  const begins = stream.uniform() < 1 / every;
  const length = shortest + stream.integer(longest - shortest);
  if (left > 0) return left - 1;
  return begins ? length : 0;
}

/** The samples as the text of `moderator.csv`. */
export function moderatorCsv(samples: readonly ModeratorSample[]): string {
  const lines = samples.map(
    ({ time, temperature, pressure, beam, valve, state }) =>
      `${time},${temperature.toFixed(2)},${pressure.toFixed(3)},${beam},${valve},${state}`,
  );
  return ['time_s,temperature_k,pressure_bar,beam,valve,state', ...lines, ''].join('\n');
}
