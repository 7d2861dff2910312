// words/es.js: the texts of the page in Spanish, in the same form as en.js.
import {wordOf} from './word-of.js';
import {unitAt, unitOf} from '../engine/quantities.js';
import {numbersWith, withUnit} from './format.js';
import {
  afterTable,
  amps,
  capital,
  counted,
  diagramTable,
  flat,
  headed,
  hertz,
  listed,
  NO_RATE,
  rangeWith,
  time,
  volts,
} from './say.js';
import {tell} from './tell.js';

const numbers = numbersWith(',');
const {bound, located, measured, milliseconds, place, prose, readOut, timeIn} = numbers;

/** Up to this many stimuli are named one by one. */
const MOST_LISTED = 4;

/** The strength of a stimulus, by its kind. @type {Record<Stimulus['kind'], (one: any) => string>} */
const AMOUNTS = {
  step: ({amplitude}) => amps(prose(amplitude)),
  ramp: ({from, to}) => `de ${prose(from)} a ${amps(prose(to))}`,
};

/** @param {Experiment} run */
const amount = ({stimulus, initial}) => {
  if (stimulus.length > MOST_LISTED) return `${stimulus.length} corrientes`;
  if (!stimulus.length) return initial.kind === 'at' ? volts(prose(initial.v)) : 'sin corriente';
  return stimulus.map((one) => AMOUNTS[one.kind](one)).join(' + ');
};

/** @param {Solver} solver */
const method = (solver) => (solver.kind === 'exact' ? '' : `, ${solver.kind}`);

/** The last part of a path. @param {string} path */
const last = (path) => path.replace(/^.*\./, '');

const aEntre = rangeWith((low, high) => `${low} a ${high}`);
const deA = rangeWith((low, high) => `de ${low} a ${high}`);
/** Groups of a given number of spikes. @param {number} spikes */
const groupsOf = (spikes) => ({2: 'dobletes', 3: 'tripletes'})[spikes] ?? `grupos de ${spikes} espigas`;
/** @param {string} speed @param {{spikes: number} & Record<'low' | 'high' | 'between_low' | 'between_high' | 'rate', string>} groups */
const groups = (speed, {spikes, low, high, between_low, between_high, rate}) =>
  `${groupsOf(spikes)} ${speed}: ${deA(low, high)} dentro de cada uno, ${deA(between_low, between_high)} entre ellos (${rate} de media)`;
/** A remark in brackets; '' if there is none. @param {string} more */
const inBrackets = (more) => more && ` (${more})`;
/** "1 spike comes", "3 spikes come". @param {number} spikes */
const arrive = (spikes) => (spikes === 1 ? 'llega 1 espiga' : `llegan ${spikes} espigas`);

/** Small numbers in words, by themselves. */
const NUMERALS = ['', '', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];

/** Tantas espigas. @param {number} spikes */
const spikesOf = (spikes) => (spikes === 0 ? 'ninguna espiga' : spikes === 1 ? 'una espiga' : `${spikes} espigas`);
/** Lo mismo, seguido de cuándo llega la primera. @param {number} spikes */
const firstOf = (spikes) => `${spikesOf(spikes)},${spikes === 1 ? '' : ' la primera'}`;
/** The spikes of the run on show under a steady current. @param {number} spikes @param {string} current */
const ownSpikes = (spikes, current) =>
  `Las ${spikes} espigas de esta simulación mientras la corriente es constante, ${current},`;
/** Which spike a threshold in fixed steps is about. */
const IN_ITS_STEPS = 'antes del final de esta simulación, con sus propios pasos fijos';

/** What a nullcline is. */
const NULLCLINE =
  'Nulclina: la curva en la que una variable no cambia, dv/dt = 0 o du/dt = 0. Donde se cruzan las dos, la célula puede reposar.';
/** How exact the exact method is. */
const ACCURACY = 'exactas hasta unas diez cifras o más, salvo donde una célula es caótica';

/** The texts of the core, by id. @type {import('./texts.d.ts').CoreTexts} */
const core = {
  sentences: ({all}) => all.join(' '),

  'sag.no_step': 'No hay escalón que medir: el primer estímulo no es un escalón.',
  'sag.no_amplitude': 'No hay nada que medir: la amplitud del escalón es 0.',
  'sag.outside': 'No hay nada que medir: el escalón debe empezar dentro de la simulación.',
  'sag.fires': 'La célula dispara durante el escalón, así que no hay retroceso (sag) que medir.',
  'sag.stops': 'La simulación se detiene antes de que acabe el escalón.',
  'sag.too_long': ({steps}) => `Medir la respuesta exige más de ${steps} pasos del integrador, así que no se mide.`,
  'sag.by_exact': ({answer}) => `Lo que sigue es de una simulación exacta. ${answer}`,
  'sag.sags': ({from, to, by, back}) => `Durante el escalón v va de ${from} a ${to} y retrocede ${by} hasta ${back}.`,
  'sag.stays': ({from, to}) => `Durante el escalón v va de ${from} a ${to} y no retrocede.`,
  'sag.to_end': 'Dura hasta el final de la simulación.',
  'sag.unmeasured': ({steps}) => `Lo que viene después exige más de ${steps} pasos del integrador, así que no se mide.`,
  'sag.rebound': ({spikes}) => `Después, la célula dispara ${counted(spikes, 'espiga', 'espigas')}.`,
  'sag.swings': ({by}) => `Después, v rebasa en ${by} el valor del que partió, sin disparar.`,
  'sag.returns': 'Después, v vuelve sin rebasar el valor del que partió.',

  'pattern.does': ({what}) => `${capital(what)}.`,
  'pattern.falls_silent': ({what, quiet}) => `${capital(what)}, después silencio durante los últimos ${quiet}.`,
  'pattern.bursting': ({fewest, most, low, high, beginning}) =>
    `disparo en ráfagas: ${deA(fewest, most)} espigas por ráfaga, ${deA(low, high)} entre ráfagas${inBrackets(beginning)}`,
  'pattern.bursts_and_singles_in_turn': ({fewest, most, low, high}) =>
    `disparo en ráfagas: ráfagas de ${aEntre(fewest, most)} espigas alternan con espigas sueltas, ${deA(low, high)} entre ellas`,
  'pattern.bursts_and_singles': ({fewest, most, low, high}) =>
    `disparo en ráfagas irregulares: ráfagas de ${aEntre(fewest, most)} espigas y espigas sueltas, ${deA(low, high)} entre ellas`,
  'pattern.single_first': 'primero llega una sola espiga',
  'pattern.first_burst': ({spikes}) => `la primera ráfaga tiene ${spikes} espigas`,
  'pattern.fast_groups': ({spikes, low, high, between_low, between_high, rate}) =>
    groups('rápidos', {spikes, low, high, between_low, between_high, rate}),
  'pattern.slow_groups': ({spikes, low, high, between_low, between_high, rate}) =>
    groups('lentos', {spikes, low, high, between_low, between_high, rate}),
  'pattern.stops': ({spikes, time}) => `disparo que cesa: ${spikes} espigas en ${time}`,
  'pattern.strongly_adapting': ({from, to, at}) =>
    `se adapta mucho: los intervalos crecen de ${from} a ${to}${inBrackets(at)}`,
  'pattern.adapting': ({from, to, at}) => `se adapta: los intervalos crecen de ${from} a ${to}${inBrackets(at)}`,
  'pattern.speeding_up': ({from, to, at}) =>
    `se acelera: los intervalos se acortan de ${from} a ${to}${inBrackets(at)}`,
  'pattern.two_spikes': ({apart}) => `2 espigas, separadas ${apart}`,
  'pattern.three_spikes': ({first, second}) => `3 espigas, separadas ${first} y ${second}`,
  'pattern.then': ({first, next}) => `${first}, después ${next}`,
  'pattern.onset_burst': ({spikes}) => `ráfaga inicial de ${spikes} espigas`,
  'pattern.late_burst': ({singles, spikes}) =>
    `${counted(singles, 'espiga suelta', 'espigas sueltas')}, después una ráfaga de ${spikes} espigas`,
  'pattern.two_bursts': ({first, second}) => `2 ráfagas al comienzo, de ${first} y ${second} espigas`,
  'pattern.more_bursts': ({bursts, fewest, most}) =>
    `${bursts} ráfagas al comienzo, de ${aEntre(fewest, most)} espigas`,
  'pattern.pair': ({apart}) => `un par de espigas separadas ${apart}`,
  'pattern.one_more': ({after}) => `una espiga más ${after} más tarde`,
  'pattern.two_more': ({first, second}) => `2 espigas más, a intervalos de ${first} y ${second}`,
  'pattern.more': ({spikes, time}) => `${spikes} espigas más en ${time}`,
  'pattern.tonic': ({at}) => `disparo tónico a ${at}`,
  'pattern.settling': ({at, low, high}) =>
    `disparo tónico a ${at}, aún sin estabilizarse: los intervalos alternados de ${low} y ${high} se van igualando`,
  'pattern.alternating': ({low, high, rate}) => `intervalos alternados de ${low} y ${high} (${rate} de media)`,
  'pattern.cycle': ({intervals, low, high, rate}) =>
    `un ciclo de ${intervals} intervalos de ${aEntre(low, high)} (${rate} de media)`,
  'pattern.after_first': ({what, first}) => `${what}; el primer intervalo es de ${first}`,
  'pattern.growing': ({from, to}) => `intervalos que crecen de ${from} a ${to}`,
  'pattern.shrinking': ({from, to}) => `intervalos que se acortan de ${from} a ${to}`,
  'pattern.irregular': ({low, high, rate}) => `intervalos irregulares de ${aEntre(low, high)} (${rate} de media)`,
  'pattern.rate': ({rate}) => rate,
  'pattern.steady_rate': ({rate}) => `frecuencia estacionaria ${rate}`,
  'pattern.about': ({rate}) => `unos ${rate}`,
  'pattern.silent': 'Silencio: ninguna espiga.',
  'pattern.silent_meanwhile': 'En silencio mientras dura el estímulo.',
  'pattern.single': 'Una sola espiga.',
  'pattern.single_meanwhile': 'Una sola espiga mientras dura el estímulo.',
  'pattern.coincide': 'Irregular: algunas espigas coinciden.',
  'pattern.shrink_without_end': ({from, to}) =>
    `Disparo desbocado: los intervalos se acortan sin límite, de ${from} a ${to}.`,
  'pattern.u_falls': ({interval}) => `Disparo desbocado: u cae sin límite, con intervalos de ${interval}.`,
  'pattern.stretch': ({from, to}) => `Esto vale de ${from} a ${to}, mientras la corriente es constante.`,
  'pattern.current_changes': 'La corriente cambia entretanto.',
  'pattern.before_stretch': ({spikes}) => `Antes ${arrive(spikes)}.`,
  'pattern.after_stretch': ({spikes}) => `Después ${arrive(spikes)}.`,
  'pattern.before_stimulus': ({spikes}) => `Antes del estímulo ${arrive(spikes)}.`,
  'pattern.after_stimulus': ({spikes}) => `Después del estímulo ${arrive(spikes)}.`,
  'pattern.stopped': ({time}) => `La simulación se detuvo a los ${time}.`,

  'verdict.only': ({what}) => `${capital(what)}.`,
  'verdict.because': ({what, reason}) => `${capital(what)}: ${reason}.`,
  'verdict.silent': 'ninguna espiga, por más que se espere',
  'verdict.silent_here': 'ninguna espiga en esta simulación',
  'verdict.not_yet': ({takes, lasts}) =>
    `aún ninguna espiga, pues la primera tarda ${takes} y la simulación le deja ${lasts}`,
  'verdict.delayed': ({latency}) => `la primera espiga tarda ${latency}`,
  'verdict.single': ({v}) => `una espiga y reposo a ${v}`,
  'verdict.so_far': ({next}) => `una espiga hasta ahora, pues la siguiente tarda ${next} más`,
  'verdict.one': 'una espiga',
  'verdict.then_rest': ({what, v}) => `${what}, y reposo a ${v}`,
  'verdict.then_pause': ({what, next}) => `${what}, después una pausa de ${next}`,
  'verdict.then_silence': ({what}) => `${what}, después silencio`,
  'verdict.spikes_within': ({spikes, time}) => `${spikesOf(spikes)} en ${time}`,
  'verdict.burst_then': ({spikes, at}) => `una ráfaga de ${spikes} y ${at}`,
  'verdict.adapting': ({from, to}) => `disparo que se adapta, con intervalos de ${from} a ${to}`,
  'verdict.speeding_up': ({from, to}) => `disparo que se acelera, con intervalos de ${from} a ${to}`,
  'verdict.bursts': ({fewest, most, low, high}) => `ráfagas de ${aEntre(fewest, most)}, cada ${aEntre(low, high)}`,
  'verdict.bursts_and_singles': ({fewest, most, low, high}) =>
    `ráfagas de ${aEntre(fewest, most)} y espigas sueltas, cada ${aEntre(low, high)}`,
  'verdict.groups': ({spikes, low, high, between_low, between_high}) =>
    `${groupsOf(spikes)}, ${aEntre(low, high)} dentro de cada uno y ${aEntre(between_low, between_high)} entre ellos`,
  'verdict.runs_away': ({spikes, time}) => `el disparo se desboca, con ${spikesOf(spikes)} en ${time}`,
  'verdict.released': ({spikes, after}) => `${firstOf(spikes)} ${after} después de soltarla`,
  'verdict.after_step': ({spikes, after}) => `${firstOf(spikes)} ${after} después del escalón`,
  'verdict.until_end': ({what}) => `${what} hasta el fin del escalón`,
  'verdict.silent_step': 'ninguna espiga, ni durante el escalón ni después',
  'verdict.no_spike': 'ninguna espiga',
  'verdict.rising': ({current}) => `la primera espiga llega cuando la rampa alcanza ${current}`,
  'verdict.falling': ({current}) => `la última espiga llega cuando la rampa ha bajado a ${current}`,
  'verdict.changing': ({spikes, changes}) =>
    `${spikesOf(spikes)} mientras la corriente cambia ${changes === 1 ? 'una vez' : `${changes} veces`}`,
  'verdict.pulses': ({spikes, pulses, amplitude, length}) =>
    `${spikesOf(spikes)} en respuesta a ${counted(pulses, 'pulso', 'pulsos')} de ${amplitude} y ${length}`,
  'verdict.later': ({time, current, what}) => `desde los ${time}, a ${current}, ${what}`,
  'verdict.stopped': ({time, duration}) => `la simulación se detuvo a los ${time} de ${duration}`,
  'verdict.alone': ({current}) => current,
  'verdict.in_all': ({current}) => `${current} en total`,
  'verdict.below_rest': ({current, below, threshold}) =>
    `${current} están ${below} por debajo de ${threshold}, así que aún hay un reposo`,
  'verdict.above_rest': ({current, above, threshold}) =>
    `${current} están ${above} por encima de ${threshold}, donde se pierde el reposo`,
  'verdict.just_above_rest': ({current, above, threshold}) =>
    `${current} están solo ${above} por encima de ${threshold}, donde se pierde el reposo`,
  'verdict.barely_above': ({current, above, threshold}) => `${current} están solo ${above} por encima de ${threshold}`,
  'verdict.at': ({current}) => `${current} son el umbral mismo, con seis decimales`,
  'verdict.below_start': ({current, below, threshold}) =>
    `${current} están ${below} por debajo de ${threshold}, donde empieza el disparo`,
  'verdict.above_start': ({current, above, threshold}) =>
    `${current} están ${above} por encima de ${threshold}, donde empieza el disparo y se mantiene`,
  'verdict.below_first': ({current, below, first}) =>
    `${current} están ${below} por debajo de la primera espiga (${first})`,
  'verdict.between': ({current, above, first, below, lasting}) =>
    `${current} superan en ${above} la primera espiga (${first}), pero les faltan ${below} para el disparo sostenido (${lasting})`,
  'verdict.above_lasting': ({current, above, lasting}) =>
    `${current} están ${above} por encima de ${lasting}, así que el disparo no cesa`,
  'verdict.above_first': ({current, above, first}) =>
    `${current} están ${above} por encima de la primera espiga (${first})`,
  'verdict.step_below': ({current, below, first, length}) =>
    `${current} están ${below} por debajo de los ${first} que durante ${length} dan una espiga`,
  'verdict.step_above': ({current, above, first, length}) =>
    `${current} están ${above} por encima de los ${first} que durante ${length} dan una espiga`,
  'verdict.fixed_below': ({current, below, first, dt}) =>
    `${current} están ${below} por debajo de ${first}, donde empieza a disparar con pasos de ${dt}`,
  'verdict.fixed_above': ({current, above, first, dt}) =>
    `${current} están ${above} por encima de ${first}, donde empieza a disparar con pasos de ${dt}`,
  'verdict.needs': ({first, v}) => `una primera espiga exige ${first}, y sin corriente v reposa a ${v}`,
  'verdict.ramp_above': ({above, threshold}) =>
    `eso es ${above} por encima de ${threshold}, donde se pierde el reposo, pues v va con retraso`,
  'verdict.ramp_below': ({below, threshold}) =>
    `eso es ${below} por debajo de ${threshold}, donde se pierde el reposo, pues la subida lleva a v más allá`,
  'verdict.falls_above': ({above, threshold}) => `eso es ${above} por encima de ${threshold}, donde vuelve el reposo`,
  'verdict.falls_below': ({below, threshold}) =>
    `eso es ${below} por debajo de ${threshold}, donde vuelve el reposo, pues el disparo lo sobrevive`,
  'verdict.ramp_stays': ({most, below, threshold}) =>
    `la mayor corriente, ${most}, está ${below} por debajo de ${threshold}, donde se pierde el reposo`,
  'verdict.ramp_reaches': ({most, above, threshold}) =>
    `la mayor corriente, ${most}, está ${above} por encima de ${threshold}, donde se pierde el reposo, pero por poco tiempo`,
  'verdict.start_below': ({v, below, edge, u}) =>
    `el inicio, ${v}, está ${below} por debajo de ${edge}, desde donde v sube hasta el pico con u = ${u}`,
  'verdict.start_above': ({v, above, edge, u}) =>
    `el inicio, ${v}, está ${above} por encima de ${edge}, desde donde v sube hasta el pico con u = ${u}`,
  'verdict.low_u': ({u, below, rest}) =>
    `el inicio, con u = ${u}, está ${below} por debajo de los ${rest} del reposo, y v lo rebasa`,
  'verdict.at_peak': ({v, vpeak}) => `el inicio, ${v}, no está por debajo de vpeak (${vpeak}) y se reinicia enseguida`,
  'verdict.inside': ({low, high}) =>
    `el inicio está dentro del ciclo inestable (v de ${low} a ${high}), la cuenca del reposo`,
  'verdict.resets': ({inside, outside}) =>
    `tras un reinicio u es ${inside} y v pronto vuelve a disparar; tras el siguiente es ${outside}, y v debe esperar`,
  'verdict.resets_beside': ({inside, outside, level}) =>
    `reiniciada con u = ${inside}, bajo los ${level} de la nulclina, v sube enseguida; con ${outside} debe esperar`,
  'verdict.rebound': ({v, from, to}) =>
    `a ${v} u cayó de ${from} a ${to}, y eso lleva a v, al soltarla, más allá del reposo`,
  'verdict.rebound_held': ({v, from, to, hold}) =>
    `a ${v} u cayó de ${from} a ${to}, y los ${hold} que mantenían v en reposo ahora la llevan más allá`,
  'verdict.takes_more': ({takes, gives}) =>
    `cada espiga quita ${takes} a u, y un intervalo solo devuelve unos ${gives}`,
  'verdict.held_down': ({current, v, back}) => `con ${current} v baja a ${v}, y después vuelve a ${back}`,
  'verdict.too_dense': ({most}) => `las espigas se suceden a más de ${most} por milisegundo`,
  'verdict.budget': ({spikes}) =>
    `se agotaron los pasos del integrador, ${spikes ? `con ${spikesOf(spikes)}` : 'sin espigas'} hasta entonces`,
  'verdict.overflow': 'sus números ya no caben en la doble precisión',
  'verdict.creeps': ({v}) => `v sube despacio hasta ${v} y ahí se queda.`,
  'verdict.settles': ({v}) => `v queda en reposo a ${v}.`,
  'verdict.unheld': 'Ya nada retiene a v, y dispara sin cesar.',
  'verdict.ghost': 'El reposo acaba de perderse, y v pasa despacio por donde estaba.',
  'verdict.for_good': 'Con a = 0, cada espiga suma d a u para siempre.',
  'verdict.jumps': ({jumps}) => `La ráfaga acaba al crecer u ${NUMERALS[jumps] ?? jumps} saltos de d.`,

  'rule.none_in_stretch': 'No hay ninguna espiga en ese tiempo.',
  'rule.none_in_stimulus': 'No hay ninguna espiga mientras dura el estímulo.',
  'rule.none_in_run': 'No hay ninguna espiga en esta simulación, que no tiene estímulo.',
  'rule.one_in_stretch': 'Hay una espiga en ese tiempo.',
  'rule.one_in_stimulus': 'Hay una espiga mientras dura el estímulo.',
  'rule.one_in_run': 'Hay una espiga en esta simulación, que no tiene estímulo.',
  'rule.coincide': ({interval}) => `Hay intervalos de ${interval}.`,
  'rule.too_fast': ({spikes}) => `Las espigas se sucedían a más de ${spikes} por milisegundo.`,
  'rule.u_falls': ({u, takes, gives}) =>
    `Tras la última espiga u vale ${u}, tan baja que cada espiga le quita más (${takes}) de lo que devuelve un intervalo (unos ${gives}).`,
  'rule.fell_silent': ({quiet, times, longest, least}) =>
    `Los últimos ${quiet}, sin espigas, son ${times} veces el intervalo más largo, ${longest} (${least} veces o más: ha dejado de disparar).`,
  'rule.not_settled': 'Los intervalos no se habían estabilizado.',
  'rule.all_shorter': ({shorter}) => `Todos duran menos de ${shorter}.`,
  'rule.few_spikes': ({spikes, most}) => `Son ${spikes} espigas (hasta ${most}: ráfaga).`,
  'rule.long_silence': ({times, time, least}) =>
    `El silencio dura ${times} veces lo que el disparo, ${time} (${least} veces o más: ráfaga).`,
  'rule.had_settled': ({intervals, within}) =>
    `Antes del silencio ${intervals} intervalos son iguales, con una tolerancia del ${within}: el disparo ya era estable, así que no es una ráfaga.`,
  'rule.settled_but_last': ({intervals, within}) =>
    `Antes del último intervalo ${intervals} intervalos son iguales, con una tolerancia del ${within}: el disparo ya era estable, así que no es una ráfaga.`,
  'rule.had_repeated': ({cycle, within}) =>
    `Antes del silencio los intervalos se repiten en un ciclo de ${cycle}, con una tolerancia del ${within}: el disparo ya era estable, así que no es una ráfaga.`,
  'rule.repeated_but_last': ({cycle, within}) =>
    `Antes del último intervalo los demás se repiten en un ciclo de ${cycle}, con una tolerancia del ${within}: el disparo ya era estable, así que no es una ráfaga.`,
  'rule.too_slow': ({longest, shorter}) =>
    `El intervalo más largo es de ${longest}, y los intervalos dentro de una ráfaga duran menos de ${shorter}: no es una ráfaga.`,
  'rule.too_many': ({spikes, most}) =>
    `Son ${spikes} espigas, y una ráfaga que termina por sí sola tiene ${most} como máximo: no es una ráfaga.`,
  'rule.short_silence': ({spikes, most, times, time, below}) =>
    `Son ${spikes} espigas, más de ${most}, y el silencio dura ${times} veces lo que el disparo, ${time} (menos de ${below} veces: no es una ráfaga).`,
  'rule.two_sorts': ({low, high, times, least}) =>
    `Los intervalos son de dos clases, hasta ${low} y desde ${high}, ${times} veces más largos (${least} veces o más: dos clases).`,
  'rule.two_late_sorts': ({low, high, times, least}) =>
    `En la segunda mitad del tren los intervalos son de dos clases, hasta ${low} y desde ${high}, ${times} veces más largos (${least} veces o más: dos clases).`,
  'rule.burst_limit': ({shorter, pause, limit}) =>
    `Los intervalos dentro de una ráfaga duran menos de ${shorter} y una pausa dura ${pause} como mínimo; aquí los de menos de ${limit} están dentro de una ráfaga.`,
  'rule.turns': ({turns, least}) =>
    `Las clases se alternan, con ${turns} cambios de una a otra (${least} o más: hay ráfagas).`,
  'rule.comes_back': 'Los intervalos cortos reaparecen en la segunda mitad del tren, así que hay ráfagas.',
  'rule.take_turns': 'Las dos clases se alternan.',
  'rule.groups_pause_short': ({pause}) => `No son ráfagas: una pausa entre ráfagas dura ${pause} como mínimo.`,
  'rule.groups_too_slow': ({shorter}) =>
    `No son ráfagas: los intervalos dentro de una ráfaga duran menos de ${shorter}.`,
  'rule.groups_not_late': 'No son ráfagas: en la segunda mitad del tren no siguen alternándose.',
  'rule.bursts_of_onset':
    'En la segunda mitad del tren no hay ninguno corto, así que las ráfagas son las del comienzo.',
  'rule.jump': ({spike, from, to, times, least, later}) =>
    `Tras la espiga ${spike} el intervalo salta de ${from} a ${to}, ${times} veces más largo (${least} veces o más: ráfaga inicial), y ninguno posterior vuelve a ser tan corto (${later} como mínimo).`,
  'rule.outside_burst': ({interval, shorter}) =>
    `El intervalo de ${interval} anterior al salto queda fuera de la ráfaga: los intervalos dentro de una ráfaga duran menos de ${shorter}.`,
  'rule.pair': ({first, shorter, times, least}) =>
    `El primer intervalo, ${first}, es demasiado largo para una ráfaga, pues los intervalos dentro de una ráfaga duran menos de ${shorter}; pero todos los demás son al menos ${times} veces más largos (${least} veces o más: un par).`,
  'rule.one_follows': 'Sigue un solo intervalo, que no basta para hablar de un tren.',
  'rule.two_follow': 'Siguen solo dos intervalos, y desiguales: no bastan para hablar de un tren.',
  'rule.late_once': ({low, high, times}) =>
    `En la segunda mitad del tren los intervalos de hasta ${low} y los de ${high} en adelante, ${times} veces más largos, son de dos clases, pero cambian de una a otra una sola vez, así que no hay ráfagas.`,
  'rule.one_sort': ({least, times}) =>
    `Ningún intervalo es ${least} veces el inmediatamente más corto (la mayor razón es ${times}), así que no hay ráfagas.`,
  'rule.all_too_long': ({shortest, shorter}) =>
    `El intervalo más corto es de ${shortest}, y los intervalos dentro de una ráfaga duran menos de ${shorter}, así que no hay ráfagas.`,
  'rule.all_too_short': ({longest, pause}) =>
    `El intervalo más largo es de ${longest}, y una pausa entre ráfagas dura ${pause} como mínimo, así que no hay ráfagas.`,
  'rule.short_too_long': ({low, high, times, shorter}) =>
    `Los intervalos de hasta ${low} y los de ${high} en adelante, ${times} veces más largos, son de dos clases, pero los intervalos dentro de una ráfaga duran menos de ${shorter}, así que no hay ráfagas.`,
  'rule.long_too_short': ({low, high, times, pause}) =>
    `Los intervalos de hasta ${low} y los de ${high} en adelante, ${times} veces más largos, son de dos clases, pero una pausa entre ráfagas dura ${pause} como mínimo, así que no hay ráfagas.`,
  'rule.no_turns': ({low, high, times}) =>
    `Los intervalos de hasta ${low} y los de ${high} en adelante, ${times} veces más largos, no se alternan en la segunda mitad del tren, así que no hay ráfagas.`,
  'rule.strongly_adapting': ({times, below}) =>
    `La razón entre el primer intervalo y el último es ${times} (menos de ${below}: se adapta mucho).`,
  'rule.adapting': ({times, below}) =>
    `La razón entre el primer intervalo y el último es ${times} (menos de ${below}: se adapta).`,
  'rule.speeding_up': ({times, above}) =>
    `La razón entre el primer intervalo y el último es ${times} (más de ${above}: se acelera).`,
  'rule.hardly_adapting': ({times, from, to}) =>
    `La razón entre el primer intervalo y el último es ${times} (de ${from} a ${to}: apenas se adapta).`,
  'rule.one_interval': ({interval}) => `Hay un solo intervalo, de ${interval}: no basta para hablar de un tren.`,
  'rule.two_intervals': 'Solo hay dos intervalos, y desiguales: no bastan para hablar de un tren.',
  'rule.draw_together':
    'Los últimos intervalos son más largos y más cortos alternadamente, cada vez con menos diferencia.',
  'rule.repeats': ({cycle, within}) =>
    `Los intervalos se repiten en un ciclo de ${cycle}, con una tolerancia del ${within}.`,
  'rule.one_way': 'Los últimos intervalos cambian en un solo sentido.',
  'rule.no_cycle': ({most}) => `No se repiten en ningún ciclo de hasta ${most} intervalos.`,
  'rule.last_alike': ({intervals, within}) =>
    `Los últimos ${intervals} intervalos son iguales, con una tolerancia del ${within}.`,
  'rule.two_differ': ({by, most}) => `Los dos intervalos difieren un ${by} (hasta un ${most}: tónico).`,
  'rule.vary': ({intervals, by, most}) =>
    `Los últimos ${intervals} intervalos varían un ${by} (coeficiente de variación; hasta un ${most}: tónico).`,
  'rule.hardly_vary': ({intervals, less, most}) =>
    `Los últimos ${intervals} intervalos varían menos de un ${less} (coeficiente de variación; hasta un ${most}: tónico).`,

  'form.saddle_node': 'Corriente de silla-nodo',
  'form.saddle_node_means':
    'Por encima de esta corriente constante no queda ningún estado de reposo (bifurcación silla-nodo).',
  'form.hopf': 'Corriente de Andronov-Hopf',
  'form.hopf_means':
    'A partir de esta corriente constante, las oscilaciones en torno al reposo crecen en lugar de amortiguarse. Justo por debajo, el umbral es un ciclo inestable en torno al reposo (la bifurcación es siempre subcrítica).',
  'form.period': 'Período en la corriente de Andronov-Hopf',
  'form.period_means': 'Lo que dura una oscilación en torno al reposo en I_H.',
  'form.parabola': 'Corriente de la parábola invariante',
  'form.parabola_means':
    'Con esta corriente una parábola que pasa por la silla es una órbita: un estado que empieza en ella permanece en ella. Donde los reinicios vuelven desde su izquierda, aquí empieza el disparo sostenido.',
  'form.focus_from': 'El reposo oscila desde',
  'form.focus_from_means': 'Por encima de esta corriente constante el reposo es un foco: v vuelve a él oscilando.',
  'form.focus_to': 'El reposo oscila hasta',
  'form.focus_to_means': 'Desde aquí hasta I_SN el punto fijo inferior vuelve a ser un nodo y ya no hay oscilación.',
  'form.conductance': 'Conductancia de entrada',
  'form.conductance_means': 'Cambio estacionario de corriente por cambio de v cerca del reposo.',
  'form.resistance': 'Resistencia de entrada',
  'form.resistance_means': 'Cambio estacionario de v por cambio de corriente cerca del reposo.',
  'form.passive': 'Constante de tiempo pasiva',
  'form.passive_means': 'El decaimiento de v sola, con u constante.',
  'form.membrane': 'Constante de tiempo de la membrana',
  'form.membrane_means': 'La de los libros de texto: el producto de la capacitancia y la resistencia de entrada.',
  'form.fast': 'Constante de tiempo rápida',
  'form.fast_means': 'El más rápido de los dos decaimientos hacia el reposo.',
  'form.slow': 'Constante de tiempo lenta',
  'form.slow_means': 'El más lento de los dos decaimientos hacia el reposo.',
  'form.ring_decay': 'Decaimiento de la oscilación',
  'form.ring_decay_means': 'La constante de tiempo con que decae la oscilación en torno al reposo.',
  'form.ring_rate': 'Frecuencia de la oscilación',
  'form.ring_rate_means': 'La frecuencia de la oscilación en torno al reposo.',
  'form.up_to_peak': ({means, current}) =>
    `${means} Pero el reposo solo está por debajo de vpeak hasta ${current}, y ahí se pierde.`,
  'form.if_hopf': 'a > 0 y b > a C',
  'form.if_parabola': 'a > 0 y b > a C/2',
  'form.if_rings': 'a > 0 y b > 0',
  'form.if_conducts': 'g > 0',
  'form.if_above': 'vt > vr',
  'form.if_below': 'vt < vr',
  'form.if_decays': 'k (vt − vr) + 2 b < 0',
  'form.still': 'Con a = 0, u no cambia nunca: v sola no puede oscilar.',
  'form.no_hopf': ({b, bound}) =>
    `b = ${b} no es mayor que a C = ${bound}, así que el reposo se pierde en la silla-nodo.`,
  'form.still_parabola': 'Con a = 0, u no cambia nunca: no existe tal parábola.',
  'form.no_parabola': ({b, bound}) =>
    `b = ${b} no es mayor que a C/2 = ${bound}, así que la parábola no pasa por el punto silla.`,
  'form.never_rings': ({b}) => `b = ${b} no es mayor que 0, así que el reposo no oscila nunca.`,
  'form.not_above': 'vt no es mayor que vr, así que v sola no decae.',
  'form.no_decay': 'k (vt − vr) + 2 b no es menor que 0, así que v sola no decae.',
  'form.no_rest': 'b + k (vt − vr) es 0: sin corriente, el reposo y la silla son uno solo.',
  'form.no_rest_v': 'k (vt − vr) es 0: sin corriente, el reposo y la silla son uno solo.',
  'form.grows': 'Este autovalor es positivo: el reposo no es estable.',
  'form.no_return': 'Este autovalor es 0: nada devuelve el estado al reposo en esa dirección.',
  'form.rings':
    'Los autovalores en reposo son complejos: la célula oscila, y tiene una sola constante de tiempo y una frecuencia.',
  'form.unstable': 'El reposo no es estable: una perturbación pequeña crece.',
  'form.integrator': 'Integradora',
  'form.resonator': 'Resonadora',
  'form.neither': 'Ninguna de las dos',
  'form.still_rest': ({saddle_node}) =>
    `Con a = 0, u no cambia nunca: el reposo no puede oscilar y se pierde en la silla-nodo, I_SN = ${saddle_node}.`,
  'form.node_to_end': ({b, saddle_node}) =>
    `b = ${b} no es mayor que 0, así que el reposo no oscila nunca: sigue siendo un nodo hasta que se pierde en la silla-nodo, I_SN = ${saddle_node}.`,
  'form.lost_ringing': ({b, from, bound, hopf}) =>
    `b = ${b} es mayor que 0, así que el reposo oscila desde ${from}, y b es mayor que a C = ${bound}: el reposo se pierde oscilando, en I_H = ${hopf}, antes de la silla-nodo.`,
  'form.lost_at_fold': ({b, from, bound, saddle_node}) =>
    `b = ${b} es mayor que 0, así que el reposo oscila desde ${from}. Pero b no es mayor que a C = ${bound}: se pierde en la silla-nodo, I_SN = ${saddle_node}.`,

  'onset.fires_at_rest': 'Sigue disparando sin corriente alguna.',
  'onset.no_rest':
    'Sin corriente, la simulación empieza en un punto fijo inestable, así que la menor perturbación decide adónde va.',
  'onset.none_below': ({most}) => `Con ninguna de las corrientes probadas, hasta ${most}, sigue disparando.`,
  'onset.undecided': 'No se pudo decidir si sigue disparando: se tarda demasiado, o los números son demasiado grandes.',
  'onset.runs_away': ({from}) => `A partir de ${from} su tren se desboca en lugar de mantenerse.`,
  'onset.step_ends': 'El disparo sostenido requiere un escalón sin fin.',
  'onset.class_3': ({most}) =>
    `Hasta ${most}, responde a un escalón con unas pocas espigas y después deja de disparar: clase 3.`,
  'onset.no_cycle': ({most, followed}) =>
    `Cerca del inicio no se encontró en ${followed} espigas un ciclo de hasta ${most}, así que no se pudo ajustar ninguna ley.`,
  'onset.uneven': 'Cerca del inicio el número de espigas por ciclo varía, así que no se pudo ajustar ninguna ley.',
  'onset.too_long': 'Cerca del inicio se tarda demasiado en seguir sus trenes, así que no se pudo ajustar ninguna ley.',
  'onset.some_end': 'Cerca del inicio algunos de sus trenes terminan, así que no se pudo ajustar ninguna ley.',
  'onset.no_law': ({from, to, rate}) =>
    `De ${from} a ${to} por encima del inicio la frecuencia no sigue ni una raíz cuadrada ni un logaritmo, ni se observa que tienda a un límite. La más baja observada es ${rate}.`,
  'onset.root': ({from, to, exponent, period}) =>
    `De ${from} a ${to} por encima del inicio la frecuencia cae a cero como la raíz cuadrada de la distancia (exponente ${exponent}): clase 1. Un ciclo dura ${period} dividido entre la raíz cuadrada de la distancia en pA.`,
  'onset.root_passage': ({passage}) => `De ese tiempo, el paso por la silla-nodo supone π (C − b/a)/√k = ${passage}.`,
  'onset.adds': ({time}) => time,
  'onset.grows_spikes': ({from, to, added}) =>
    `De ${from} a ${to} por encima del inicio, cada década más cerca añade al tiempo de espiga a espiga: ${listed(added, 'y')}.`,
  'onset.grows_bursts': ({from, to, added}) =>
    `De ${from} a ${to} por encima del inicio, cada década más cerca añade al tiempo de ráfaga a ráfaga: ${listed(added, 'y')}.`,
  'onset.evenly_spikes': ({from, to, added}) =>
    `De ${from} a ${to} por encima del inicio, cada década más cerca añade lo mismo al tiempo de espiga a espiga: ${listed(added, 'y')}.`,
  'onset.evenly_bursts': ({from, to, added}) =>
    `De ${from} a ${to} por encima del inicio, cada década más cerca añade lo mismo al tiempo de ráfaga a ráfaga: ${listed(added, 'y')}.`,
  'onset.logarithm':
    'Así que ese tiempo crece con el logaritmo de la distancia, y la frecuencia tiende a cero, pero despacio.',
  'onset.logarithm_saddle':
    'Así que ese tiempo crece con el logaritmo de la distancia, como el de una órbita que pasa cada vez más cerca de la silla, y la frecuencia tiende a cero, pero despacio.',
  'onset.parabola':
    'Su inicio es I*, donde la parábola que pasa por la silla es una órbita: los trenes justo por encima pasan cada vez más cerca de la silla, y la frecuencia tiende a cero.',
  'onset.nearer_still': ({time}) => `Aún más cerca, cada una añade ${time}.`,
  'onset.class_1': 'Clase 1.',
  'onset.begins_bursts': ({spikes}) => `El disparo empieza con ráfagas de ${counted(spikes, 'espiga', 'espigas')}.`,
  'onset.start':
    'Por debajo de su inicio, este estado inicial vuelve al reposo, pero el tren al que llega por encima se mantiene también ahí, de modo que la célula es biestable.',
  'onset.at_parabola':
    'Pero eso tiene un límite: el inicio es I*, o está por debajo en menos de lo que distingue la doble precisión, y en I* la parábola que pasa por la silla es una órbita que ningún tren cruza, de modo que allí el tren se mantiene.',
  'onset.parts': ({parts, gathers}) =>
    `Pero eso tiene un límite: junto a la silla las órbitas se separan a ${parts} y se acercan a solo ${gathers}, de modo que ningún tren que pase demasiado cerca de ella se mantiene.`,
  'onset.beyond_peak':
    'Pero eso tiene un límite: la silla está más allá de vpeak, de modo que ninguna órbita puede demorarse en ella.',
  'onset.limit': ({period, rate}) =>
    `En el inicio su período es ${period}. Así que la frecuencia no tiende a cero: salta a ${rate}. Clase 2.`,
  'onset.unseen': ({rate}) =>
    `Así que la frecuencia no tiende a cero: la más baja que se alcanza en doble precisión es ${rate}, y salta a otra menor. Clase 2.`,
  'onset.at_least': ({seen, longest, rate}) =>
    `Así que la frecuencia no tiende a cero: la más baja que se alcanza en doble precisión es ${seen}, y en el inicio, I*, ningún intervalo dura más que los ${longest} que la parábola tarda del reinicio a vpeak: la frecuencia salta a ${rate} o más. Clase 2.`,
  'onset.less': ({from, to, period, added, rate}) =>
    `De ${from} a ${to} por encima del inicio, cada década más cerca añade menos al período de ${period}: ${listed(added, 'y')}. Así que la frecuencia no tiende a cero: salta a ${rate}. Clase 2.`,
  'onset.crisis': ({most, followed, rate}) =>
    `Cerca del inicio sus trenes son caóticos: no se encontró en ${followed} espigas un ciclo de hasta ${most}. El inicio es una crisis: ahí la mayor u a la que llega su mapa de espiga a espiga toca el borde del hueco desde el que no hay espiga siguiente. Por debajo los trenes terminan, algunos tras miles de espigas; por encima, ninguno. Así que la frecuencia no tiende a cero: salta a unos ${rate}. Clase 2.`,

  'sweep.at': ({at}) => at,
  'sweep.between': ({low, high}) => `algún valor entre ${low} y ${high}`,
  'sweep.from_to': ({from, to}) => `desde ${from} hasta ${to}`,
  'sweep.start_to': ({from, to}) => `desde el principio de este intervalo (${from}) hasta ${to}`,
  'sweep.from_end': ({from, to}) => `desde ${from} hasta el final de este intervalo (${to})`,
  'sweep.start_end': ({from, to}) =>
    `desde el principio de este intervalo (${from}) hasta el final de este intervalo (${to})`,
  'sweep.runs_away_at': ({at}) => `En ${at} su tren se desboca: sin frecuencia.`,
  'sweep.runs_away': ({from, to}) => `Con los valores probados de ${from} a ${to} su tren se desboca: sin frecuencia.`,
  'sweep.undecided': 'Se tarda demasiado en averiguar qué hace en este intervalo.',
  'sweep.slow': ({below}) =>
    `Dispara en todo el intervalo, pero a menos de ${below}: demasiado despacio para seguirla.`,
  'sweep.nowhere': 'No dispara de forma sostenida en ningún punto de este intervalo.',
  'sweep.nowhere_else': 'En el resto no dispara de forma sostenida.',
  'sweep.everywhere': 'Dispara de forma sostenida en todo el intervalo.',
  'sweep.everywhere_else': 'En el resto dispara de forma sostenida.',
  'sweep.somewhere': ({upwards, found}) => `${upwards}; hay disparo ${found}.`,
  'sweep.up_unknown': 'Se tarda demasiado en averiguar qué hace al subir',
  'sweep.up_rests': 'Al subir, sigue en reposo',
  'sweep.up_from_the_start': 'Al subir, dispara desde el principio',
  'sweep.up_from': ({from}) => `Al subir, dispara desde ${from}`,
  'sweep.up_first': ({from}) => `Al subir, dispara por primera vez en ${from}`,
  'sweep.bistable': ({where}) => `Biestable ${where}: en reposo o disparando, según lo que hiciera antes.`,
  'sweep.no_bursts': ({from, to}) => `De ${from} a ${to} no hay ráfagas.`,
  'sweep.bursts': ({from, to, gap_low, gap_high, spikes_low, spikes_high}) =>
    `De ${from} a ${to}: ${aEntre(gap_low, gap_high)} entre ráfagas, ${aEntre(spikes_low, spikes_high)} espigas por ráfaga.`,
  'sweep.no_rest': 'No hay ningún estado de reposo en este intervalo.',
  'sweep.no_change': 'El reposo no cambia de tipo en este intervalo: ni silla-nodo ni punto de Hopf.',
  'sweep.changes': ({all}) => `${all.join('; ')}.`,
  'sweep.saddle_node': ({at}) => `Silla-nodo en ${at}`,
  'sweep.andronov_hopf': ({at}) => `Andronov-Hopf en ${at}`,
  'sweep.homoclinic': ({at}) => `Órbita homoclínica en ${at}`,
  'sweep.invariant_parabola': ({at}) => `Parábola invariante, I*, en ${at}`,
  'sweep.node_to_focus': ({at}) => `De nodo a foco en ${at}`,
  'sweep.focus_to_node': ({at}) => `De foco a nodo en ${at}`,

  'fi.runs_away_at': ({at}) =>
    `A ${at} el tren se desboca: sus intervalos se acortan sin límite, así que no tiene frecuencia.`,
  'fi.runs_away': ({from, to}) =>
    `Con las corrientes probadas de ${from} a ${to} el tren se desboca: sus intervalos se acortan sin límite, así que no tiene frecuencia.`,
  'fi.slow': ({below}) => `En este intervalo dispara, como mucho, por debajo de ${below}.`,
  'fi.silent': ({currents}) => `Ninguna de las ${currents} corrientes probadas la hace disparar.`,
  'fi.no_spike_within': ({currents, time}) =>
    `En ${time} ninguna de las ${currents} corrientes probadas la hace disparar.`,

  'point.time': ({time}) => time,
  'point.long_time': 'más de 10¹⁵ ms',
  'point.stable_focus': ({frequency, time}) =>
    `foco estable: oscila a ${frequency} y decae con una constante de tiempo de ${time}`,
  'point.unstable_focus': ({frequency, time}) =>
    `foco inestable: oscila a ${frequency} y crece con una constante de tiempo de ${time}`,
  'point.stable_node': ({first, second}) =>
    `nodo estable: decae sin oscilar, con constantes de tiempo de ${first} y ${second}`,
  'point.unstable_node': ({first, second}) =>
    `nodo inestable: repele sin oscilar, con constantes de tiempo de ${first} y ${second}`,
  'point.saddle': ({attracts, repels}) =>
    `punto silla: atrae en una dirección (en ${attracts}) y repele en la otra (en ${repels})`,
  'point.still': 'punto degenerado: con a = 0, u no cambia nunca, y lo que hace v depende solo de u',
  'point.met': 'punto degenerado: aquí se encuentran el reposo y la silla (silla-nodo)',
  'point.turns': 'punto degenerado: al principio, las órbitas cercanas ni decaen ni crecen (Andronov-Hopf)',

  'boundary.still_lowest':
    'Con a = 0, u no cambia nunca: un estado inicial dispara si su u queda por debajo del punto más bajo de la nulclina de v.',
  'boundary.still': 'Con a = 0, u no cambia nunca: para cada u, la rama derecha de la nulclina de v es el umbral de v.',
  'boundary.none':
    'Con esta corriente no queda ningún punto fijo, así que no hay umbral: todo estado inicial lleva al disparo.',
  'boundary.met':
    'El reposo y la silla acaban de encontrarse (silla-nodo): ya no hay umbral, y casi todo estado inicial lleva al disparo.',
  'boundary.beyond_peak':
    'Ambos puntos fijos están en vpeak o más allá, donde v se reinicia: ningún estado inicial llega a reposar ahí.',
  'boundary.touching':
    'La silla está en vpeak o más allá, donde v se reinicia: el umbral es la órbita que apenas toca vpeak.',
  'boundary.cycle': ({from, to}) =>
    `Aquí el umbral es el ciclo límite inestable, de v = ${from} a ${to}: un estado inicial dentro de él vuelve al reposo; uno fuera dispara. La variedad estable de la silla se desenrolla a partir del ciclo, así que sus dos lados no se distinguen.`,
  'boundary.unstable':
    'El punto fijo inferior es inestable, así que no hay umbral: todo estado inicial lleva al disparo, salvo en la propia variedad estable de la silla.',
  'boundary.losing':
    'El punto fijo inferior está perdiendo su estabilidad (Andronov-Hopf): casi todo estado inicial lleva al disparo.',
  'boundary.manifold':
    'La variedad estable de la silla es el umbral: un estado inicial del lado del reposo vuelve a él; uno del otro lado dispara.',

  'map.silent': ({from, to}) => `Ninguna u entre ${from} y ${to} da lugar a otra espiga.`,
  'map.diagonal':
    'El mapa es la diagonal: allí donde hay otra espiga, u vuelve a ser la que era, así que todo tren es tónico.',
  'map.apart': ({from, to}) =>
    `Entre u = ${from} y ${to} el mapa no corta la diagonal, así que ahí no hay disparo tónico.`,
  'map.apart_known': ({from, to}) => `Donde se conoce, el mapa no corta la diagonal entre u = ${from} y ${to}.`,
  'map.none_found': ({from, to}) => `Entre u = ${from} y ${to} no se encontró ninguna espiga siguiente.`,
  'map.meets': ({u, slope}) => `El mapa corta la diagonal en u = ${u}, con pendiente ${slope}.`,
  'map.meets_again': ({u, slope}) => `La corta de nuevo en u = ${u}, con pendiente ${slope}.`,
  'map.level': ({u}) => `El mapa corta la diagonal en u = ${u}, donde es casi horizontal.`,
  'map.level_again': ({u}) => `La corta de nuevo en u = ${u}, donde es casi horizontal.`,
  'map.at_once': ({interval}) =>
    `Los trenes cercanos pasan de inmediato al disparo tónico que hay ahí, una espiga cada ${interval}.`,
  'map.settles': ({interval}) =>
    `Los trenes cercanos tienden por un lado al disparo tónico que hay ahí, una espiga cada ${interval}.`,
  'map.settles_alternating': ({interval}) =>
    `Los trenes cercanos tienden, alternando de un lado a otro, al disparo tónico que hay ahí, una espiga cada ${interval}.`,
  'map.leaves':
    'Ahí el mapa es más empinado que la diagonal, así que el disparo tónico no se mantiene: los trenes se alejan de él por un lado.',
  'map.leaves_alternating':
    'Ahí el mapa es más empinado que la diagonal, así que el disparo tónico no se mantiene: los trenes se alejan de él, alternando de un lado a otro.',
  'map.gaps': ({parts}) => `No hay espiga siguiente con ${listed(parts, 'ni con')}: un tren que llega ahí termina.`,
  'map.unknown': ({parts}) => `Se tarda demasiado en averiguar si hay espiga siguiente con ${listed(parts, 'y con')}.`,
  'map.up_to': ({to}) => `u hasta ${to}`,
  'map.from_on': ({from}) => `u = ${from} en adelante`,
  'map.between': ({from, to}) => `u entre ${from} y ${to}`,
  'map.everywhere': 'Toda u mostrada da lugar a otra espiga.',

  'no_rate.no_spike': 'ninguna: sin espigas',
  'no_rate.one_spike': 'ninguna: una sola espiga',
  'no_rate.one_interval': 'ninguna: un solo intervalo',
  'no_rate.few_intervals': ({intervals}) => `ninguna: ${intervals} intervalos`,
  'no_rate.few_alike': ({intervals}) => `ninguna: solo coinciden los ${intervals} últimos intervalos`,
  'no_rate.silent': ({time}) => `ninguna: en silencio los últimos ${time}`,
  'no_rate.still_changing': ({by}) => `ninguna: los intervalos aún cambian un ${by}`,
  'no_rate.irregular': 'ninguna: los intervalos no se repiten con un margen del 2\u00a0%',
  'no_rate.current_changes': 'ninguna: la corriente cambia',
  'no_rate.runs_away': 'ninguna: se desboca',
  'no_rate.out_of_budget': 'ninguna: no se siguió hasta el final',
  'no_rate.diverged': 'ninguna: diverge',

  'resting.without_recovery': ({v}) =>
    `Esta célula reposa en ${v}, no en vr: sin recuperación (a = 0), v acaba en el menor de vr y vt.`,
  'resting.below_saddle': ({v}) =>
    `Esta célula reposa en ${v}, no en vr: b + k (vt - vr) es menor que 0, y por eso v = vr es la silla.`,

  'headline.stopped': 'Ninguna espiga antes de detenerse.',
  'headline.silent': ({v}) => `Ninguna espiga. v termina en ${v}.`,
  'headline.goes': ({to}) => `Ninguna espiga. v llega a ${to}, sin retroceder y no rebasa el valor de partida.`,
  'headline.sags': ({to, sag}) => `Ninguna espiga. v llega a ${to}, retrocede ${sag} y no rebasa el valor de partida.`,
  'headline.overshoots': ({to, overshoot}) =>
    `Ninguna espiga. v llega a ${to}, sin retroceder y rebasa en ${overshoot} el valor de partida.`,
  'headline.sags_and_overshoots': ({to, sag, overshoot}) =>
    `Ninguna espiga. v llega a ${to}, retrocede ${sag} y rebasa en ${overshoot} el valor de partida.`,
  'headline.one': 'Una espiga.',
  'headline.one_after': ({latency}) => `Una espiga. Llega ${latency} después de empezar el estímulo.`,
  'headline.one_at': ({time}) => `Una espiga. Llega a los ${time}.`,
  'headline.spikes': ({spikes, pattern}) => `${spikes} espigas. ${pattern}`,

  'compare.not_followed': ({to}) => `sin comparar, porque solo se ha seguido hasta ${to}.`,
  'compare.differs': ({parts}) => `${parts.join(', ')}.`,
  'compare.more_spikes': ({spikes}) => `${counted(spikes, 'espiga', 'espigas')} más`,
  'compare.fewer_spikes': ({spikes}) => `${counted(spikes, 'espiga', 'espigas')} menos`,
  'compare.as_many_spikes': 'las mismas espigas',
  'compare.longer': ({by}) => `el último intervalo ${by} más largo`,
  'compare.shorter': ({by}) => `el último intervalo ${by} más corto`,
  'compare.pattern': ({is, was}) => `${is} en lugar de ${was}`,

  'effect.tilts': 'La recta gira en torno a vr',
  'effect.steepens': 'La parábola se empina entre vr y vt',
  'effect.flattens': 'La parábola se aplana entre vr y vt',
  'effect.left_foot': 'El pie vr de la parábola se mueve, y la recta con él',
  'effect.right_foot': 'El pie vt de la parábola se mueve',
  'effect.curves': 'Las curvas se mueven',
  'effect.lifts': ({moved, now, was}) =>
    `${moved}: levantar la parábola por encima de la recta exige ${now}, no ${was}.`,
  'effect.lifts_still': ({moved, at}) => `${moved}: levantar la parábola por encima de la recta aún exige ${at}.`,
  'effect.pace': ({parameter}) => `${parameter} solo marca un ritmo: las dos curvas quedan donde estaban.`,
  'effect.at_spikes': ({parameter}) => `${parameter} solo actúa en cada espiga: las dos curvas quedan donde estaban.`,
  'effect.cuts': 'vpeak solo corta la espiga: las dos curvas quedan donde estaban.',
  'effect.stands': 'Con a = 0, u no se mueve, y b no cuenta.',
  'effect.moves': 'Con a mayor que 0, u vuelve a seguir a v, y b cuenta.',
  'effect.no_b': 'Con a = 0, u no se mueve, así que b no cuenta.',
  'effect.hopf': ({now, was}) => `El reposo se pierde a ${now} (antes ${was}).`,
  'effect.hopf_comes': ({now, was}) =>
    `b supera ahora a C: el reposo se pierde en un punto de Hopf, a ${now} (antes ${was}).`,
  'effect.hopf_goes': ({now, was}) =>
    `b ya no supera a C: sin punto de Hopf, el reposo dura hasta ${now} (antes ${was}).`,
  'effect.there': 'Ahí empieza el disparo.',
  'effect.begins': ({now, was}) => `El disparo empieza a ${now} (antes ${was}).`,
  'effect.begins_still': ({at}) => `El disparo sigue empezando a ${at}.`,
  'effect.first': ({now, was}) => `Primera espiga desde ${now} (antes ${was}).`,
  'effect.first_still': ({at}) => `Primera espiga, como antes, desde ${at}.`,
  'effect.lasting': ({now, was}) => `Disparo sostenido desde ${now} (antes ${was}).`,
  'effect.lasting_still': ({at}) => `Disparo sostenido, como antes, desde ${at}.`,
  'effect.value': ({parameter, value}) => `${parameter} ${value}`,
  'effect.heard': ({values, begins}) => `${values.join(', ')}.${begins.length ? ` Reobase: ${begins.join(' ')}` : ''}`,

  'critical.hopf_above': 'por encima el reposo se pierde en un punto de Hopf, por debajo en la silla-nodo',
  'critical.hopf_below': 'por debajo el reposo se pierde en un punto de Hopf, por encima en la silla-nodo',

  'steady.no_steps': ({current}) =>
    `Esta simulación tiene menos de dos espigas mientras la corriente es constante, ${current}, así que no hay escalones que dibujar.`,
  'steady.too_few': ({spikes, current}) => `${ownSpikes(spikes, current)} son muy pocas para saber si se repiten.`,
  'steady.settles_to_one': ({spikes, current}) =>
    `${ownSpikes(spikes, current)} tienden a repetirse una a una, pero aún no lo hacen.`,
  'steady.settles': ({spikes, cycle, current}) =>
    `${ownSpikes(spikes, current)} tienden a un ciclo de ${cycle}, pero aún no lo han alcanzado.`,
  'steady.no_repeat': ({spikes, current}) => `${ownSpikes(spikes, current)} no han llegado a repetirse.`,
  'steady.repeats_one': ({spikes, current}) => `${ownSpikes(spikes, current)} acaban repitiéndose una a una.`,
  'steady.repeats': ({spikes, cycle, current}) => `${ownSpikes(spikes, current)} acaban en un ciclo de ${cycle}.`,

  'asked.rest': 'Un escalón sin fin, solo, con el método exacto, para la célula en reposo.',
  'asked.run': ({step, onset, until}) =>
    `La simulación mostrada con la amplitud ${step} variada, desde ${onset} ${until}; todo lo demás queda como está.`,
  'asked.its_step': 'de su escalón',
  'asked.step_number': ({number}) => `del estímulo ${number}`,
  'asked.until': ({end}) => `hasta ${end}`,
  'asked.for_good': 'y mantenida para siempre, más allá del final de la simulación',
  'asked.others': ({background}) =>
    `Las otras corrientes son ${background} al empezar el escalón; las amplitudes son las del escalón solo.`,
  'asked.no_stimulus':
    'Esta simulación no tiene ningún escalón cuya amplitud se pueda variar, así que se parte de la célula en reposo.',
  'asked.no_step': 'Una rampa no tiene una sola amplitud que se pueda variar, así que se parte de la célula en reposo.',
  'asked.outside': 'Su escalón queda fuera de esta simulación, así que se parte de la célula en reposo.',
  'asked.step_ends': ({at}) => `existe solo con corrientes constantes; aquí el escalón acaba a los ${at}`,
  'asked.others_change': ({at}) => `existe solo con corrientes constantes; aquí otra corriente cambia a los ${at}`,
  'asked.fixed_steps': 'se halla solo con el método exacto; esta simulación usa pasos fijos',
  'asked.steady_rate':
    'La frecuencia dibujada, en Hz, es aquella en la que acaba el tren, por mucho que tarde: espigas por ciclo, divididas entre su período.',
  'asked.no_steady_rate': ({why}) => `La frecuencia estacionaria ${why}.`,

  'threshold.without': ({amplitude}) => `llega ya con una amplitud de ${amplitude}`,
  'threshold.none_below': ({most}) => `no llega con ninguna de las amplitudes probadas, hasta ${most}`,
  'threshold.undecided': 'no se puede decidir: tarda demasiado, o los números son demasiado grandes',
  'threshold.no_rest': 'no se puede decir: no hay un estado de reposo del que partir',
  'threshold.not_reached': 'no se puede decir: la simulación se detiene antes de que empiece su escalón',
  'threshold.runs_away': ({from}) => `no llega: el tren se desboca desde ${from}`,
  'threshold.details': ({all}) => all.join('; '),
  'threshold.in_its_steps': IN_ITS_STEPS,
  'threshold.with_others': ({total}) => `con las otras corrientes ${total}`,
  'threshold.within': ({run, amplitude}) => `dentro de los ${run} de esta simulación, desde ${amplitude}`,
  'threshold.uncertain': ({spikes}) =>
    `sus últimas cifras pueden no ser exactas: los trenes vecinos se siguieron durante ${spikes} espigas sin que acabaran ni se repitieran`,
  'threshold.summary': ({asked, found}) => `${asked}: ${found.join('; ')}.`,
  'threshold.this_run': 'Esta simulación',
  'threshold.from_rest': 'Desde el reposo, un escalón sin fin',
  'threshold.first': ({comes}) => `primera espiga ${comes}`,
  'threshold.first_in_its_steps': ({comes}) => `primera espiga ${comes}, ${IN_ITS_STEPS}`,
  'threshold.lasting': ({comes}) => `disparo sostenido ${comes}`,
  'threshold.soon': ({run, amplitude}) => `una espiga dentro de los ${run} de esta simulación, desde ${amplitude}`,
  'threshold.from': ({amplitude}) => `desde ${amplitude}`,
  'threshold.from_in_all': ({amplitude, total}) => `desde ${amplitude} (en total ${total})`,
  'threshold.state': ({v, u}) => `El escalón encuentra la célula en v = ${v}, u = ${u}.`,
  'threshold.show': ({shown}) => `Mostrar ${shown}`,
  'threshold.show_longer': ({shown, length}) => `Mostrar ${shown}, durante ${length}`,
  'threshold.just_above': ({asked}) => `${asked}, justo por encima del umbral`,
  'threshold.far_above': ({asked}) =>
    `${asked}, lo bastante por encima del umbral para que las espigas lleguen dentro de la simulación más larga`,
  'threshold.made_longer': ({hint, length}) => `${hint}; la simulación pasa a durar ${length}, para mostrarlo`,
  'threshold.firing_begins': 'empieza el disparo',
  'threshold.first_spike': 'primera espiga',
  'threshold.lasts': 'sostenido',

  'strength.of_run': ({rheobase}) =>
    `Esta simulación, variada también la duración de su escalón, con el método exacto: sin fin, el escalón necesita ${rheobase} (la reobase).`,
  'strength.of_run_in_steps': ({rheobase}) =>
    `Esta simulación, variada también la duración de su escalón, con sus propios pasos fijos: sin fin, el escalón necesita ${rheobase} (la reobase).`,
  'strength.from_rest': ({rheobase}) =>
    `Desde el reposo, con un escalón que acaba, con el método exacto: sin fin, el escalón necesita ${rheobase} (la reobase).`,
  'strength.chronaxie': ({chronaxie}) => `Con el doble, basta un escalón de ${chronaxie} (la cronaxia).`,
  'strength.counts': 'Una espiga cuenta tanto si llega durante el escalón como después, por tarde que sea.',
  'strength.counts_before_end':
    'Una espiga cuenta tanto si llega durante el escalón como después, si es antes del final de esta simulación.',
  'strength.none': ({why}) => `Primera espiga: ${why}.`,

  'fi_point.silent': ({current}) => `${current}: ninguna espiga.`,
  'fi_point.rate_only': ({current, said}) => `${current}: ${said}.`,
  'fi_point.one_spike': ({current, said, latency}) => `${current}: ${said}, primera espiga tras ${latency}.`,
  'fi_point.spikes_follow': ({current, said, first, latency}) =>
    `${current}: ${said}, primer intervalo ${first}, primera espiga tras ${latency}.`,
  'fi_point.no_rate': 'sin frecuencia: se desboca',
  'fi_point.by_count': ({rate, spikes, hold}) => `${rate} (${counted(spikes, 'espiga', 'espigas')} en ${hold})`,
  'fi_point.not_by_count': ({course}) => `sin frecuencia por recuento: ${course}`,
  'fi_point.of_last': ({rate, hold}) => `${rate} (último intervalo en ${hold})`,
  'fi_point.no_last': ({spikes, hold}) =>
    `sin último intervalo, con ${counted(spikes, 'espiga', 'espigas')} en ${hold}`,
  'fi_point.and_steady': ({said, steady}) => `${said}; ${steady}`,
  'fi_point.then_silent': ({spikes}) => `${counted(spikes, 'espiga', 'espigas')}, luego silencio`,
  'fi_point.steady': ({rate, cycle}) => `${rate} estacionarios (un ciclo de ${counted(cycle, 'espiga', 'espigas')})`,
  'fi_point.steady_mean': ({rate, time}) => `${rate} estacionarios (una media: sin repetición en ${time})`,
  'fi_point.surely_fires': ({below}) => `dispara con seguridad, con una frecuencia estacionaria por debajo de ${below}`,
  'fi_point.still_changing': ({spikes}) =>
    `sin frecuencia estacionaria: sus intervalos aún cambian tras ${counted(spikes, 'espiga', 'espigas')}`,
  'fi_point.current_varies': ({spikes, time}) =>
    `${counted(spikes, 'espiga', 'espigas')} en ${time}; sin frecuencia estacionaria, porque la corriente cambia`,
  'fi_point.fixed_steps': ({spikes, time}) =>
    `${counted(spikes, 'espiga', 'espigas')} en ${time}, con pasos fijos; sin frecuencia estacionaria`,
  'fi_point.no_rest': ({spikes, time}) =>
    `${counted(spikes, 'espiga', 'espigas')} en ${time}, y aún no ha llegado al reposo`,

  'course.rests': 'deja de disparar',
  'course.repeats': 'se repite',
  'course.irregular': 'irregular; la frecuencia estacionaria es una media',
  'course.slow': ({below}) => `dispara por debajo de ${below}`,
  'course.runs_away': 'se desboca: sin frecuencia',
  'course.changing': 'los intervalos aún cambian',
  'course.unknown': 'se tarda demasiado en averiguarlo',
  'course.varies': 'la corriente cambia: no hay frecuencia estacionaria',
  'course.fixed_steps': 'con pasos fijos: no hay frecuencia estacionaria',

  'onset_from.onset': 'Con una corriente constante, desde el estado en que empieza el escalón:',
  'onset_from.rest': 'Con una corriente constante, desde el reposo:',

  'onset.jump_to': ({rate}) => `salto a ${rate}`,
  'onset.per_decade': ({time}) => `+${time} por década`,
  'onset.power': ({exponent}) => `distancia elevada a ${exponent}`,

  'note.start': ({IB_note, IB_rest}) =>
    `Lo inferimos: de todos los estados iniciales probados, v = -60 mV con u = b v, el escalón a los 100 ms y su propio esquema dan todos los números que imprime. Eso no es el reposo: desde ahí la célula de ráfagas dispara por primera vez a ${IB_note}; desde el reposo, solo a ${IB_rest}.`,
  'note.k': ({leak, RS, IB, CH}) =>
    `80 MΩ son ${leak}, mientras que k es una curvatura, en nS/mV. La resistencia de entrada en reposo es 1/(b + k (vt - vr)): ${RS} para RS, ${IB} para IB, ${CH} para CH.`,
  'note.units': ({tau}) =>
    `Para que la ecuación cuadre, k debe estar en pA/mV², es decir nS/mV, y b en nS; u está en pA, como dice el apunte. La constante de tiempo es 1/a: ${tau} para RS.`,
  'note.threshold': ({RS, RS_vt, IB, IB_vt, CH, CH_vt}) =>
    `Con un impulso desde el reposo, RS dispara a partir de ${RS}, por debajo de su vt de ${RS_vt}; IB solo a partir de ${IB}, por encima de su vt de ${IB_vt}; CH a partir de ${CH} (vt es ${CH_vt}).`,
  'note.rheobase': ({RS}) =>
    `El valor exacto es I_SN = (b + k (vt - vr))²/(4 k) = ${RS}. Justo por encima la célula también dispara, solo que tras una espera mayor que los cinco segundos del apunte.`,
  'note.rheobase-IB': ({one, two, lasting, rest_one, rest_lasting}) =>
    `Esos valen para su estado inicial: ${one}, ${two} y ${lasting}. Desde el reposo una espiga suelta necesita ${rest_one}, el disparo sostenido ${rest_lasting}, y entre ambos ninguna corriente da un par.`,
  'note.reset': ({c, above}) =>
    `c = ${c} queda ${above} por encima del reposo: el reinicio deja la célula despolarizada. La poshiperpolarización llega después, por el salto de u.`,
  'note.adaptation': ({slow_first, slow_last, middle_first, middle_last, fast_first, fast_last}) =>
    `Desde el reposo los intervalos van de ${slow_first} a ${slow_last} con 70 pA, apenas un cambio; de ${middle_first} a ${middle_last} con 100 pA; y con claridad, de ${fast_first} a ${fast_last}, con 200 pA.`,
  'note.bursts': ({gap_170, gap_200, gap_500, gap_680, pair, triplet, first_500, first_680}) =>
    `Justo por encima de su inicio el intervalo no tiene cota: es ${gap_170} a 170 pA, luego ${gap_200} a 200, ${gap_500} a 500 y ${gap_680} a 680 pA. Las ráfagas que se repiten tienen ${pair} o ${triplet} espigas; solo la primera, desde el reposo, tiene más: ${first_500} a 500 y ${first_680} a 680 pA.`,
  'note.sag': ({IB_b, IB_sag, IB_over, IB_held, IB_spikes, RS_b, RS_sag, RS_over}) =>
    `Con -300 pA, IB (b = ${IB_b}) recupera ${IB_sag} durante el escalón y después rebasa el reposo en ${IB_over}, o en ${IB_held} donde 300 pA la mantienen justo bajo el umbral: un rebote, con ${IB_spikes} espigas. RS (b = ${RS_b}) retrocede ${RS_sag} y rebasa en ${RS_over}.`,
  'note.peak': ({IB, book, note, shift, count}) =>
    `El pico publicado de IB es ${IB}. Para CH el libro da ${book} donde el apunte da ${note}: a 400 pA las ${count} espigas de los primeros 200 ms siguen ahí, pero se mueven hasta ${shift}.`,
  'note.grid': ({full, half}) =>
    `El intervalo de RS a 70 pA sale entonces ${full} demasiado corto con su paso de 0,5 ms, y ${half} con la mitad de ese paso: más o menos la mitad del error, cuando el método por sí solo dejaría una dieciseisava parte.`,
};

const BOOK = 'Izhikevich (2007), Dynamical Systems in Neuroscience, MIT Press, capítulo 8';
const COOPER = 'I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python (mnsIZH02.py)';
const LAB = 'Este laboratorio';
const INFERRED =
  'El apunte no imprime su estado inicial. De los probados, solo v = -60 mV y u = b v para cada célula, con el escalón a los 100 ms, da todos los números que imprime; por eso se usa aquí, como inferencia. No es el reposo: «Lo mismo desde el reposo» muestra la diferencia.';
const INFERRED_RAMP =
  'El apunte no imprime su estado inicial; v = -60 mV y u = b v se infieren de sus otras figuras. No es el reposo: «Lo mismo desde el reposo» muestra la diferencia.';

/** The presets, by id. @type {import('./texts.d.ts').Presets} */
const presets = {
  RS: {
    label: 'RS',
    title: 'Célula de disparo regular',
    caption:
      'Una célula piramidal neocortical a 70 pA: un tren tónico, cuya frecuencia crece desde cero con la corriente.',
    attempt: 'Baja la corriente a [51,4 pA] y observa cómo se cierra la brecha.',
    source: BOOK,
  },
  IB: {
    label: 'IB',
    title: 'Célula de ráfagas intrínsecas',
    caption: 'Una célula piramidal neocortical a 600 pA: una ráfaga al llegar la corriente y después espigas sueltas.',
    attempt: 'Fija la corriente en [340 pA]: un disparo y después reposo.',
    source: BOOK,
  },
  CH: {
    label: 'CH',
    title: 'Célula de parloteo (chattering)',
    caption: 'Una célula neocortical a 200 pA: ráfagas breves de espigas rápidas, una y otra vez.',
    more: 'Su pico de 35 mV es el del apunte; el libro da 25 mV.',
    attempt: 'Sube la corriente a [600 pA]: los pares se vuelven tripletes.',
    source: BOOK,
  },
  'why-sag': {
    label: 'sag',
    title: 'Retroceso (sag) y rebase: qué hace el signo de b',
    caption:
      'Con b > 0, u sigue a v y la hace volver: IB retrocede (sag) y luego rebasa. RS, con b < 0, solo baja y vuelve.',
    more: 'Al cesar la corriente, IB rebasa el valor del que partió, en 5,0 mV desde justo debajo del umbral y en 0,7 mV desde el reposo, pero nunca hasta una espiga.',
    attempt: 'Elige [RS]: con b < 0 nada devuelve v a su sitio.',
    source: LAB,
    names: ['IB, sostenida', 'IB, desde el reposo', 'RS'],
  },
  'why-delay': {
    label: 'retardo',
    title: 'La primera espiga tarda más cuanto más cerca está la corriente de la reobase',
    caption: 'A 80, 60, 55, 53 y 52 pA, RS tarda desde el reposo 72, 172, 296, 470 y 805 ms en dar su primera espiga.',
    more: 'Por encima de I_SN = 51,428571 pA ya no hay reposo, pero donde estaba, v todavía se mueve despacio.',
    attempt: 'Fija una corriente aún más cercana a la reobase: [51,5 pA].',
    source: LAB,
  },
  'why-cycle': {
    label: 'ciclo',
    title: 'A 347 pA hay dos respuestas: cuál, depende del estado inicial',
    caption:
      'Justo bajo I_H el reposo es estable, pero solo dentro de un ciclo inestable: fuera de él, IB dispara sin cesar.',
    more: 'Si parte a 0,3 mV del reposo, IB vuelve a él oscilando; si parte a 1 mV, o de vr, dispara sin cesar.',
    attempt: 'Elige el ensayo [soltado más lejos], fuera del ciclo.',
    source: LAB,
    names: ['soltado más cerca', 'soltado más lejos', 'desde vr'],
  },
  'why-map': {
    label: 'mapa',
    title: 'De espiga a espiga: por qué CH dispara pares de dos clases',
    caption: 'Tras una espiga v es siempre c, así que lo que sigue depende solo de u: un mapa de una u a la siguiente.',
    more: 'A 450 pA acaba en un ciclo de cuatro espigas, dos pares que se alternan, separados 24,6 y 30,8 ms.',
    attempt: 'Fija la corriente en [300 pA] y mira qué hace el mapa.',
    source: LAB,
  },
  'why-bifurcation': {
    label: 'diagrama',
    title: 'Una leve diferencia de corriente produce una drástica en el disparo',
    caption:
      'IB de 242 a 360 pA: sobre I* puede disparar sin cesar, sobre I_H no puede reposar; en medio decide su pasado.',
    more: 'El título es lo que el apunte dice de estas corrientes. El reposo pierde su estabilidad en I_H = 347,65625 pA y desaparece desde I_SN = 350,208333 pA; el disparo sostenido es posible justo por encima de I* = 346,445313 pA.',
    attempt: 'Compara los dos umbrales en [Reobase].',
    source: LAB,
  },
  'why-bursts': {
    label: 'ráfagas',
    title: 'Cómo dispara ráfagas una célula de parloteo, según la corriente',
    caption: 'Desde 165 pA la célula dispara ráfagas: primero pares, luego tripletes, y desde 700 pA solo aquí y allá.',
    more: 'El apunte da de dos a cinco espigas por ráfaga, con 15 a 100 ms entre ráfagas. En pasos de 5 pA, el modelo da pares, al principio cada 178 ms y cada 30 ms a 440 pA, y luego tripletes, cada 31 a 15 ms. Las de cuatro y cinco espigas aparecen solo al llegar la corriente.',
    attempt: 'Mira cómo un disparo lleva al siguiente en el [mapa].',
    source: LAB,
  },
  'note-1': {
    label: '1',
    title: 'Un potencial de acción',
    caption:
      'RS a 70 pA, de cerca: acercamiento lento, subida abrupta hasta vpeak, reinicio y poshiperpolarización lenta.',
    attempt: 'Baja vpeak a [25 mV]: ¿qué cambia y qué no?',
    source: `${COOPER}, figura 1`,
    remark: INFERRED,
  },
  'note-2': {
    label: '2',
    title: 'El estímulo: un escalón de corriente',
    caption: 'La corriente está apagada; después, 70 pA a partir de 100 ms.',
    attempt: 'Baja el escalón a [60 pA].',
    source: `${COOPER}, figura 2`,
    remark: INFERRED,
  },
  'note-3': {
    label: '3',
    title: 'Por debajo de la reobase: ninguna espiga',
    caption: 'A 51 y 51,4 pA la célula se queda en un reposo despolarizado y no dispara.',
    attempt: 'Sube la corriente hasta que la célula dispare: ¿basta con [51,5 pA]?',
    source: `${COOPER}, figura 3`,
    remark: INFERRED,
  },
  'note-4': {
    label: '4',
    title: 'Justo por encima de la reobase',
    caption: 'A 51,5, 52 y 70 pA el intervalo baja de 2388 a 867 y a 148 ms.',
    more: 'Las simulaciones con rk4 repiten el esquema del propio apunte y dan lo que este imprime.',
    attempt: 'Baja la corriente a [51,4 pA].',
    source: `${COOPER}, figura 4`,
    remark: INFERRED,
  },
  'note-5': {
    label: '5',
    title: 'La corriente de recuperación',
    caption: 'En cada espiga u sube de golpe en d y después decae despacio hasta la siguiente.',
    attempt: 'Reduce d a la mitad, a [50 pA]: los saltos miden la mitad.',
    source: `${COOPER}, figura 5`,
    remark: INFERRED,
  },
  'note-6': {
    label: '6',
    title: 'Un ciclo límite en el plano de fases',
    caption:
      'Tras un primer transitorio, la órbita de (v, u) se cierra sobre sí misma: cada espiga es como la anterior.',
    attempt: 'Empieza en otro lugar, en [v = -60 mV, u = -40 pA]: ¿termina la órbita en el mismo ciclo?',
    source: `${COOPER}, figura 6`,
    remark: INFERRED,
  },
  'note-7': {
    label: '7',
    title: 'El estímulo: una rampa de corriente',
    caption: 'La corriente crece 0,5 pA cada milisegundo, durante 500 ms.',
    attempt: 'Haz la rampa más empinada: hasta [400 pA].',
    source: `${COOPER}, figura 7`,
    remark: INFERRED_RAMP,
  },
  'note-8': {
    label: '8',
    title: 'Una rampa hace disparar a la célula cada vez más deprisa',
    caption:
      'Ninguna espiga hasta que la corriente supera la reobase; después, 10 espigas, a intervalos cada vez más cortos.',
    attempt: 'Haz que la rampa termine en [100 pA]: ¿cuándo llega el primer disparo?',
    source: `${COOPER}, figura 8`,
    remark: INFERRED_RAMP,
  },
  'note-9': {
    label: '9',
    title: 'La frecuencia sigue a la corriente',
    caption:
      'Cada punto es 1000 entre un intervalo, frente a la corriente en su punto medio. La frecuencia crece con ella.',
    attempt: 'Compara con corrientes constantes en [f–I].',
    source: `${COOPER}, figura 9`,
    remark: INFERRED_RAMP,
  },
  'note-10': {
    label: '10',
    title: 'Pequeñas diferencias, consecuencias drásticas',
    caption:
      'IB con seis corrientes: ninguna espiga a 242 pA, una a 243 y 342, dos a 343 y 346; a 347 pA sigue disparando.',
    more: 'A 347 pA, antes del tren viene un par.',
    attempt: 'Elige [346 pA] y superponla a 347.',
    source: `${COOPER}, figura 10`,
    remark: INFERRED,
  },
  'note-10-347': {
    label: '10, 5 s',
    title: '347 pA durante cinco segundos',
    caption:
      'Tras un primer par de espigas la célula sigue disparando, una espiga cada 458 ms, mientras dura la corriente.',
    attempt: 'Quita un picoamperio: [346 pA].',
    source: `${COOPER}, figura 10`,
    remark: INFERRED,
  },
  'note-11': {
    label: '11',
    title: 'Una ráfaga y después un tren',
    caption: 'A 600 pA viene primero una ráfaga y después un tren con una espiga cada 62 ms.',
    more: 'Desde el estado inicial del apunte los primeros intervalos son 10,02, 13,77, 27,34 y 75,55 ms; desde el reposo la ráfaga es un triplete limpio: 11,69, 18,23 y luego 63,9 ms.',
    attempt: 'Empieza [desde el reposo].',
    source: `${COOPER}, figura 11`,
    remark: INFERRED,
  },
  'note-CH-150': {
    label: 'CH 150',
    title: 'Célula de parloteo a 150 pA',
    caption: 'Por debajo del umbral: con 150 pA no hay ninguna espiga.',
    attempt: 'Sube la corriente a [200 pA].',
    source: `${COOPER}, neuronas de parloteo`,
    remark: INFERRED,
  },
  'note-CH-200': {
    label: 'CH 200',
    title: 'Célula de parloteo a 200 pA',
    caption: 'A 200 pA la célula dispara pares, con 5,22 ms entre sus espigas, cada 96,26 ms.',
    attempt: 'Mira por qué pares: de disparo a disparo en el [mapa].',
    source: `${COOPER}, neuronas de parloteo`,
    remark: INFERRED,
  },
  'note-CH-500': {
    label: 'CH 500',
    title: 'Célula de parloteo a 500 pA',
    caption: 'A 500 pA, tras una primera ráfaga de cuatro, tripletes cada 39,39 ms.',
    attempt: 'Baja a [200 pA] y cuenta los disparos de cada ráfaga.',
    source: `${COOPER}, neuronas de parloteo`,
    remark: INFERRED,
  },
  'note-CH-600': {
    label: 'CH 600',
    title: 'Célula de parloteo a 600 pA',
    caption: 'A 600 pA, tras una primera ráfaga de cinco, tripletes cada 32,43 ms.',
    attempt: 'Sube a [700 pA]: ¿siguen siendo ráfagas?',
    source: `${COOPER}, neuronas de parloteo`,
    remark: INFERRED,
  },
  'truth-kick': {
    label: 'impulsos',
    title: 'vt no es el umbral de disparo',
    caption:
      'Si parte de cerca de vt sin corriente, RS dispara desde debajo de su vt e IB no dispara desde encima del suyo.',
    more: 'RS dispara desde -40,5 mV, por debajo de su vt de -40 mV; IB no dispara desde -44,9 mV, por encima de su vt de -45 mV; CH dispara solo justo por encima de su vt de -40 mV.',
    attempt: 'Elige los ensayos de [IB]: el que está por encima de vt no dispara.',
    source: LAB,
    names: ['RS', 'RS', 'IB', 'IB', 'CH', 'CH'],
  },
  'truth-rheobase': {
    label: 'reobase',
    title: 'La reobase exacta de RS',
    caption:
      'Es de 51,428571 pA. Desde el reposo, con 51,42 pA no dispara nunca; con 51,44 pA sí, tras una larga espera.',
    attempt: 'Elige [51,44 pA] y espera su disparo.',
    source: LAB,
  },
  'truth-IB-rest': {
    label: 'IB en reposo',
    title: 'Desde el reposo, la célula de ráfagas tiene otros umbrales',
    caption: 'La espiga suelta aparece entre 304 y 305 pA; el disparo sostenido, entre 346 y 347 pA.',
    more: 'Desde el reposo, ninguna corriente intermedia da un par: los pares de la figura 10 se deben a su estado inicial.',
    attempt: 'Elige [347 pA]: solo entonces sigue disparando.',
    source: LAB,
  },
  'truth-adaptation': {
    label: 'adaptación',
    title: 'Cuánto se adapta una célula de disparo regular',
    caption: 'Desde el reposo a 70, 100 y 200 pA: apenas, un poco y con claridad.',
    attempt: 'Compara el primer intervalo con el último en [f–I].',
    source: LAB,
  },
  'truth-peak': {
    label: 'pico CH',
    title: 'El pico importa poco, pero importa',
    caption: 'La célula de parloteo a 400 pA con el pico del apunte, 35 mV, y con el del libro, 25 mV.',
    attempt: 'Elige el [pico de 25 mV].',
    source: LAB,
    names: ['pico 35 mV', 'pico 25 mV'],
  },
};

/** The points on which the note and the model disagree, and what the note says. @type {import('./texts.d.ts').Findings} */
const points = {
  start: {title: 'Dónde empiezan las simulaciones', note: 'No dice dónde empiezan sus simulaciones.'},
  k: {title: 'k no es 1/R', note: 'Toma k por el inverso de una resistencia de membrana de 80 MΩ.'},
  units: {
    title: 'Unidades',
    note: 'Su tabla da k en pA/mV, b en pA/ms junto a 1/Ω, y llama a la tasa a constante de tiempo de recuperación.',
  },
  threshold: {
    title: 'vt no es el umbral',
    note: 'Su tabla dice que v por encima de vt dispara; su texto dice, con razón, que el umbral no es un parámetro.',
  },
  rheobase: {title: 'La reobase de RS', note: 'Lee 51,5 pA en sus simulaciones.'},
  'rheobase-IB': {
    title: 'La reobase de IB',
    note: 'Da unos 347 pA, con espigas sueltas desde 243 pA y pares desde 343 pA.',
  },
  reset: {
    title: 'El reinicio está por encima del reposo',
    note: 'Dice que la espiga hiperpolariza la membrana hasta -50 mV.',
  },
  adaptation: {
    title: 'RS solo se adapta con corrientes fuertes',
    note: 'Dice que las neuronas RS disparan con una frecuencia que se adapta.',
  },
  bursts: {
    title: 'Cómo dispara ráfagas la célula de parloteo',
    note: 'Dice que la corriente fija el intervalo entre ráfagas, de 15 a 100 ms, y que una ráfaga tiene de dos a cinco espigas.',
  },
  sag: {
    title: 'Retroceso (sag) y rebote',
    note: 'Dice que con b > 0 la célula retrocede (sag) durante un pulso hiperpolarizante y responde a su fin con un rebote.',
  },
  peak: {title: 'Los picos', note: 'Su tabla da un solo pico típico, de unos 35 mV.'},
  grid: {
    title: 'Un reinicio en la malla hace de primer orden cualquier método',
    note: 'Integra con Runge-Kutta de orden cuatro y reinicia en el punto de la malla que sigue al cruce.',
  },
};

const TIME_STEP = 'Paso de tiempo. Una espiga se fecha al final de su paso.';
const EDGE =
  'Qué pasos del método tienen una corriente: desde el que empieza con ella o desde el siguiente. Durante todo un paso la corriente es la que había cuando el paso empezó.';

/** @type {import('./texts.d.ts').FieldWords} */
const fields = {
  'cell.C':
    'Capacitancia de la membrana: cuánta carga exige un cambio de v. Una C mayor hace más lento todo cambio de v.',
  'cell.k':
    'Curvatura de la nulclina de v: cuán abrupta es la subida. No es 1/R: la conductancia en reposo es |b + k (vt - vr)|.',
  'cell.vr':
    'Potencial de reposo: donde se queda v, con u = 0, sin corriente; si b + k (vt - vr) < 0, más abajo, en vt + b/k.',
  'cell.vt':
    'Umbral instantáneo: por encima v sube sola mientras u = 0 e I = 0. El umbral de disparo se mueve con u e I.',
  'cell.vpeak': 'Pico de la espiga: donde se corta la subida y se aplica el reinicio. No es un umbral.',
  'cell.a':
    'Tasa de recuperación: u se relaja con la constante de tiempo 1/a. Una a menor da una recuperación más lenta.',
  'cell.b':
    'Acoplamiento de u a v. Con b < 0, u amplifica una despolarización; con b > 0 se opone: la célula retrocede y puede resonar.',
  'cell.c': 'Reinicio: el potencial justo después de una espiga, por debajo de vpeak. Una c alta favorece las ráfagas.',
  'cell.d':
    'Salto de u en cada espiga: la corriente saliente que deja una espiga. Una d mayor significa más adaptación.',
  'initial.at.v': 'Potencial de membrana en el tiempo 0.',
  'initial.at.u': 'Corriente de recuperación en el tiempo 0.',
  'stimulus.step.amplitude': 'Corriente mientras dura el escalón.',
  'stimulus.step.onset': 'Cuándo empieza el escalón.',
  'stimulus.step.duration': 'Cuánto dura el escalón.',
  'stimulus.ramp.from': 'Corriente al principio de la rampa.',
  'stimulus.ramp.to': 'Corriente al final de la rampa.',
  'stimulus.ramp.onset': 'Cuándo empieza la rampa.',
  'stimulus.ramp.duration': 'Cuánto dura la rampa.',
  duration: 'Cuánto dura la simulación.',
  'solver.rk4.dt': TIME_STEP,
  'solver.rk4.edge': EDGE,
  'solver.euler.dt': TIME_STEP,
  'solver.euler.edge': EDGE,
  'current_range.from': 'Corriente más baja.',
  'current_range.to': 'Corriente más alta.',
  'current_range.points': 'Número de corrientes.',
  'current_range.hold': 'Cuánto tiempo se cuentan las espigas de cada corriente, si el tren no se repite antes.',
  'sweep.current': 'La corriente constante mientras se barre otro parámetro.',
  'sweep.from': 'Valor más bajo.',
  'sweep.to': 'Valor más alto.',
  'sweep.points': 'Número de valores.',
  'duration_range.from': 'Escalón más corto.',
  'duration_range.to': 'Escalón más largo.',
  'duration_range.points': 'Número de duraciones.',
  'map_range.from': 'La u más baja tras una espiga.',
  'map_range.to': 'La u más alta tras una espiga.',
  'map_range.points': 'Número de puntos.',
};

/** @type {import('./texts.d.ts').WithoutValueWords} */
const withoutValue = {'stimulus.step.duration': 'sin fin'};

/** @type {Words} */
const words = {
  /** The language, with the label that offers it to readers of other languages. */
  language: {code: 'es', name: 'Español', show: 'Mostrar en español', choose: 'Idioma'},
  numbers,
  reset: 'Restablecer',
  resetHint: 'Volver al ejemplo tal como era',
  resetToAuthor: 'Versión del autor',
  resetToAuthorHint: 'Volver a la versión que venía con esta página',
  steps: {
    length: 'duración de la simulación',
    undo: {name: 'Deshacer', keys: 'Ctrl+Z'},
    redo: {name: 'Rehacer', keys: 'Ctrl+Mayús+Z'},
    undone: (what) => `Deshecho: ${what}.`,
    redone: (what) => `Rehecho: ${what}.`,
    fromTo: (name, before, after) => `${name} de ${before} a ${after}`,
    backTo: (name, now, then) => `${name} de ${now} otra vez a ${then}`,
  },
  change: (key) =>
    ({
      preset: 'la elección de un ejemplo',
      pin: 'fijar una simulación',
      unpin: 'soltar una simulación',
      rename: 'un nombre',
      swap: 'intercambiar dos simulaciones',
      initial: 'el inicio',
      stimulus: 'el estímulo',
      solver: 'el método',
    })[key] ??
    wordOf(words.names, last(key)) ??
    last(key),
  restored: 'Aquí lo dejaste.',
  startAnew: 'Empezar de nuevo',
  droppedParts: (dropped) => `Parte de lo guardado ya no es válido y se ha omitido: ${dropped.join(' ')}`,
  restMoved: (starts) =>
    '«En reposo» quería decir v = vr y u = 0. Ahora es el punto fijo inferior sin corriente, así que lo guardado empieza en ' +
    `${starts.map(({v, u}) => `${volts(measured(v, unitOf('v')))} y ${amps(measured(u, unitOf('u')))}`).join('; ')}.`,
  unreadable:
    'Lo que aquí se guardó, o venía con la página, lo escribió otra versión del laboratorio y no se puede leer.',
  theme: {
    label: 'Colores',
    system: 'Según el sistema',
    light: 'Claro',
    dark: 'Oscuro',
    projector: 'Proyector',
    key: 'se sale con Esc',
    projectorHint:
      'En grande, para el fondo del aula; AvPág y RePág pasan de figura en figura, 1 a 4 muestran el plano, f–I, la reobase y más, L duplica la simulación, Z separa las espigas, R muestra lo que hay que hallar, Esc sale',
    leave: 'Salir de la vista de proyector (Esc)',
  },
  share: {
    button: 'Compartir',
    title: 'Compartir lo que se ve',
    heading: 'Título',
    name: 'Nombre de la célula',
    note: 'Nota para quien lo reciba',
    hideAnswers: 'Ocultarle las respuestas',
    language: 'Idioma en que se abre',
    colours: 'Colores en que se abre',
    theirs: 'Los de quien lo recibe',
    link: 'Enlace',
    linkHint:
      'Se abre en cualquier navegador. Lo contiene todo: el experimento, las simulaciones fijadas, el instante marcado, el análisis abierto, el título y la nota.',
    linkUnknown:
      'Esta página no está en la web, así que esto es solo el final de un enlace: ponlo tras la dirección del laboratorio.',
    copy: 'Copiar',
    copied: 'Copiado.',
    copyYourself: 'Este navegador no deja copiar a la página: pulsa Ctrl+C para copiar lo seleccionado.',
    qr: 'Código QR',
    /** @param {string} link */
    qrOf: (link) => `Código QR de ${link}`,
    picture: 'Imagen',
    pictureHint: 'Una gráfica como está ahora, dibujada de nuevo a este ancho con letra de 8 puntos.',
    plot: 'Gráfica',
    format: 'Formato',
    formats: {svg: 'SVG, el texto como texto', png: 'PNG, 300 puntos por pulgada'},
    width: 'Ancho',
    widths: {85: '85 mm, una columna', 180: '180 mm, una página'},
    savePicture: 'Guardar la imagen',
    page: 'Página o archivo',
    pageHint:
      'La página es todo el laboratorio en un archivo, que se abre así sin red. El archivo se abre soltándolo sobre el laboratorio.',
    save: {page: 'Guardar como página', file: 'Guardar como archivo JSON', schema: 'Guardar su JSON Schema'},
    table: 'Tabla',
    tableHint:
      'Números con todas sus cifras, bajo todo lo necesario para calcularlos de nuevo. Un análisis se ofrece una vez abierto.',
    what: 'Números de',
    samples: 'v, u e I en el tiempo',
    measures: 'Medidas de todas las simulaciones',
    curve: 'curva',
    part: 'parte',
    curves: {v: 'nulclina de v', u: 'nulclina de u', orbit: 'órbita'},
    form: 'En un archivo CSV con',
    forms: {point: '1.5 y coma', comma: '1,5 y punto y coma', tab: '1.5 y tabulador'},
    step: 'Paso [ms]',
    /** @param {string} low @param {string} high */
    stepRange: (low, high) =>
      `El paso debe ser de ${low} a ${high} ms: un archivo admite como mucho 5 millones de muestras.`,
    allRuns: 'Todas las simulaciones, también las fijadas',
    onlyShown: 'Solo el tramo que se ve',
    withSpikes: 'Con el pico y el reinicio de cada espiga',
    saveTable: 'Guardar la tabla',
    copyMeasures: 'Copiar las medidas',
    writing: 'Escribiendo las muestras',
    /** @param {string} name */
    saved: (name) => `Guardado como ${name}.`,
    /** @param {string} name */
    copyByHand: (name) =>
      `Si no se guardó nada, este marco bloquea las descargas: copia este texto en un archivo llamado ${name}.`,
    noScript:
      'Esto es una imagen: el laboratorio calcula en tu navegador y necesita JavaScript. Algunos teléfonos abren sin él las páginas guardadas: abre este archivo en un navegador, o el enlace, si lo hay.',
  },
  embed: {
    heading: 'Página de un curso',
    hint: 'El laboratorio, o una figura de él, dentro de una página de un curso: los estudiantes ven lo que elijas y cambian lo que dejes libre.',
    open: 'Insertarlo',
    view: 'Qué ven los estudiantes',
    views: {figure: 'Una figura: gráficas y unos pocos controles', lab: 'Todo el laboratorio'},
    plots: 'Gráficas',
    controls: 'Qué pueden cambiar',
    lock: 'Qué queda bloqueado',
    lockFigure:
      'También para quien abra la figura en el laboratorio; lo que de otro modo podría cambiar se muestra como texto.',
    lockLab: 'Se muestra como texto.',
    all: 'todo',
    rest: 'todo lo que no pueden cambiar en la figura',
    restLab: 'todo salvo lo elegido como lo que pueden cambiar',
    highEnough: (px) => `Lo que se muestra necesita una altura de ${px} px.`,
    tooLow: (px) => `Lo que se muestra necesita una altura de ${px} px; en un marco más bajo hay que desplazarse.`,
    answers: 'Ocultar las respuestas: umbrales, frecuencias y lo que las explica',
    poster: 'Empezar solo al pulsar un botón, para que una página con muchas figuras siga siendo ligera',
    width: 'Ancho [px]',
    height: 'Alto [px]',
    sizes: (...[narrow, wide, low, high]) =>
      `El ancho debe estar entre ${narrow} y ${wide} px, y el alto entre ${low} y ${high} px.`,
    host: 'Tipo de página',
    hosts: {
      html: {name: 'HTML', how: () => 'Pégalo en el código de la página.'},
      moodle: {
        name: 'Moodle',
        how: () =>
          'En una página, una etiqueta o una pregunta, elige Herramientas, Código fuente en el editor y pégalo. Donde Moodle no confía en quien escribe, como en los foros, solo queda el enlace.',
      },
      canvas: {
        name: 'Canvas',
        how: () =>
          'Elige Ver, Editor HTML debajo del texto y pégalo. El laboratorio debe estar en un servidor web: Canvas no ejecuta los scripts de los archivos subidos.',
      },
      wordpress: {
        name: 'WordPress',
        how: () =>
          'Pégalo en el texto: se convierte en un bloque de HTML. Donde WordPress no confía en quien escribe, solo queda el enlace.',
      },
      myst: {
        name: 'MyST',
        how: (picture) =>
          `Pégalo en el Markdown. Para el papel, guarda a su lado una imagen de la gráfica con el nombre ${picture}.`,
      },
      jupyterbook: {
        name: 'Jupyter Book 1',
        how: () =>
          'Pégalo en el Markdown. La carpeta _static está junto a _config.yml; desde una subcarpeta escribe ../_static.',
      },
      quarto: {
        name: 'Quarto',
        how: () => 'Pégalo en el documento. Un archivo que esté junto al documento debe figurar en «resources:».',
      },
      reveal: {name: 'reveal.js', how: () => 'Una diapositiva propia, que pide el laboratorio cuando se acerca.'},
    },
    file: (name) =>
      `La página necesita el archivo del laboratorio, con el nombre ${name}: lo da «Guardar como página».`,
    code: 'Código',
    copy: 'Copiar el código',
    preview: 'Vista previa',
    frameTitle: (title) => (title ? `${title}: Izhikevich Lab` : 'Izhikevich Lab'),
    parts: {
      T: 'duración de la simulación',
      length: 'duración del estímulo',
      initial: 'estado inicial',
      solver: 'método',
      preset: 'ejemplo',
    },
  },
  print: {
    title: 'Imprimir',
    hint: 'Una hoja de una o dos páginas: pregunta, montaje, figuras y espacio para conclusiones. Sin pregunta queda espacio para una.',
    question: 'Pregunta',
    setUp: 'Montaje',
    figures: 'Figuras',
    conclusions: 'Conclusiones',
    protocol: 'Protocolo',
    button: 'Imprimir',
    save: 'Guardar la hoja',
    refused: 'Este marco no deja imprimir a la página: guarda la hoja, ábrela e imprímela.',
  },
  version: {
    /** @param {string} its @param {string} own */
    said: (its, own) =>
      `Este enlace se hizo con la versión ${its} del laboratorio; esta es la ${own}, cuyos números pueden diferir.`,
    /** @param {string} its */
    open: (its) => `Abrirlo en la versión ${its}`,
    newer: 'Hay una versión más reciente del laboratorio. Lo que has hecho se conserva.',
    take: 'Usarla ahora',
  },
  shelf: {
    title: 'Estante',
    hint: 'Lo que guardes queda en este navegador, en tu orden: arrastra las imágenes. AvPág y RePág, o un mando de presentación, recorren la presentación.',
    refused:
      'Este navegador no guarda nada para esta página: lo que dejes aquí se pierde con ella, así que guarda el estante como archivo.',
    empty: 'Aún no hay nada guardado.',
    keep: 'Guardar en el estante',
    kept: 'Guardado en el estante.',
    full: 'No hay sitio: el estante admite 100 experimentos, o 4 MB. Guárdalo como archivo o quita algunos.',
    name: 'Título',
    up: 'Subir',
    down: 'Bajar',
    /** @param {string} title @param {number} at @param {number} count */
    moved: (title, at, count) => `${title} es ahora el ${at} de ${count}.`,
    open: 'Abrir',
    remove: 'Quitar',
    /** @param {string} title */
    removed: (title) => `Quitado: ${title}.`,
    show: 'Presentación',
    save: 'Guardar el estante',
    add: 'Añadir de un archivo',
    /** @param {number} count */
    added: (count) => (count === 1 ? '1 experimento añadido.' : `${count} experimentos añadidos.`),
    /** @param {number} count */
    unread: (count) => `${count} no se pudieron leer.`,
    /** @param {number} at @param {number} count @param {string} title */
    slide: (at, count, title) => `${at} de ${count}: ${title}`,
    back: 'Diapositiva anterior (RePág)',
    on: 'Diapositiva siguiente (AvPág)',
    leave: 'Salir de la presentación (Esc)',
  },
  opening: {
    button: 'Abrir o pegar',
    title: 'Abrir o pegar',
    hint: 'Suelta, elige o pega: un archivo o enlace de este laboratorio, o una célula como la tengas, por ejemplo C=100 k=0.7 …, un dict de Python, JSON, NeuroML, una llamada de CARLsim o celdas de una hoja de cálculo, también en la forma de 2003.',
    text: 'Texto',
    choose: 'Elegir un archivo',
    take: 'Abrir',
    large: 'Ocupa más de 5 MB, más de lo que lee el laboratorio. Nada ha cambiado.',
    otherPage: 'Esta página no contiene ningún experimento de este laboratorio. Nada ha cambiado.',
    unknown: 'No es un archivo ni un enlace de este laboratorio, ni una célula que sepa leer. Nada ha cambiado.',
    unknownPreset: 'Este archivo está dañado o lo escribió una versión posterior del laboratorio. Nada ha cambiado.',
    empty: 'Aún no hay nada que abrir.',
    same: 'Nada ha cambiado.',
    kept: (kept) => `Se conserva lo que el texto no da: ${kept.join(', ')}.`,
  },
  reading: {
    found: (notation, form) =>
      `Esto es ${notation}.${form === '2003' ? ' La célula está en la forma de 2003, que no tiene unidades; sus valores se convierten: C = 100 pF, k = 4 nS/mV, b, d e I por 100, y v_r y v_t están donde esa forma tiene su reposo y su umbral.' : ''} Nada se toma antes de que lo digas.`,
    notations: {
      none: 'nada',
      pairs: 'una lista de nombres y valores',
      Python: 'Python',
      JSON: 'JSON',
      NeuroML: 'NeuroML',
      CARLsim: 'una llamada de CARLsim',
      table: 'una tabla',
    },
    which: (count) => `Una de ${count} células:`,
    unnamed: (number) => `Célula ${number}`,
    table: 'Lo que se entendió',
    field: 'Campo',
    value: 'Valor',
    from: 'De',
    origins: {form: 'implícito en la forma', present: 'no está en el texto: queda como está'},
    form2003: 'La forma de 2003 y cómo se convierte',
    derivation: [
      'En la forma de 2003, v′ = 0,04 v² + 5 v + 140 − u + I y u′ = a (b v − u), con v en mV, el tiempo en ms y sin otras unidades.',
      'Por 100, con C = 100 pF: C v′ = 4 v² + 500 v + 14 000 − 100 u + 100 I. Con nuestra u = 100 (u − b vᵣ), que cuenta desde su valor en vᵣ, esto es 4 (v − vᵣ)(v − vₜ) − u + 100 I si vᵣ + vₜ = −125 y 4 vᵣ vₜ = 14 000 − 100 b vᵣ.',
      'Así, vᵣ es la menor raíz de 0,04 x² + (5 − b) x + 140 = 0, vₜ = −125 − vᵣ, y b, d e I van por 100. Sin raíz, vᵣ = vₜ = −62,5 y la corriente gana 100 (62,5 b − 16,25).',
      'De vuelta: con k / C = 0,04 y vᵣ + vₜ = −125, b, d e I se dividen por C. Los tiempos de los disparos son los mismos en ambas.',
    ],
    inForm: 'La célula mostrada en la forma de 2003:',
    notInForm: 'La célula mostrada no tiene esa forma: hacen falta k / C = 0,04 y vᵣ + vₜ = −125.',
    leftOut: 'No se toma:',
    take: 'Usar esta célula',
  },
  dismiss: 'Descartar',
  close: 'Cerrar',

  gallery: {
    label: 'Ejemplos',
    cells: 'Células',
    why: 'Por qué dispara',
    note: 'Figuras del apunte docente',
    truth: 'Comprobaciones numéricas',
    figure: (number) => `Fig. ${number}`,
    previous: 'Ejemplo anterior',
    next: 'Ejemplo siguiente',
  },
  sound: {
    title: 'Escuchar',
    spikes: 'Las espigas, como clics',
    trace: 'v en el tiempo, como tono',
    curve: 'Escucharla',
    curveHint:
      'La frecuencia estacionaria como tono, de la corriente más baja, a la izquierda, a la más alta, a la derecha',
    speed: 'Velocidad de los clics',
    speeds: [
      [1, 'tiempo real'],
      [0.3, '1/3'],
      [0.1, '1/10'],
      [0.03, '1/30'],
    ],
    volume: 'Volumen',
    stop: 'Detener el sonido',
    cut: 'Solo suenan los dos primeros minutos: elige un tramo más corto o una velocidad mayor.',
    refused: 'Este navegador o este marco no permite el sonido; los tiempos de las espigas están en las tablas.',
  },
  help: {
    title: 'Ayuda',
    intro:
      'Arrastra un número, un deslizador o un punto de una gráfica: la simulación se recalcula al momento, y todas las gráficas muestran el mismo instante. Empieza por la amplitud del escalón.',
    kept: 'Lo que haces se guarda en este navegador para la próxima vez.',
    notKept:
      'Este navegador no guarda nada de esta página: lo que haces aquí se pierde al cerrarla. Las tablas, al guardarlas, llevan también el experimento.',
    touch: 'Con los dedos',
    gestures: [
      ['Tocar uno de los nueve valores', 'cambiarlo junto a la imagen, con un deslizador'],
      ['Tocar un número en su casilla', 'escribir otro'],
      ['Tocar o deslizar de lado en una gráfica de tiempo', 'mover el instante; tocar una espiga la elige'],
      ['Dos dedos en una gráfica de tiempo', 'separarlos acerca, juntarlos aleja'],
      ['Doble toque en una gráfica de tiempo', 'mostrar toda la simulación'],
      ['Mantener un tirador y arrastrar', 'cambiar su valor; uno que ya se ha tocado se arrastra al momento'],
      ['Tocar un punto o un nombre en el plano', 'qué es'],
      ['Tocar dos veces en el plano', 'hacer que la simulación empiece ahí'],
      ['Tocar o deslizar de lado en una curva', 'leerla; el botón de al lado simula lo leído'],
    ],
    keys: 'Teclas',
    rows: [
      ['Ctrl+Z, Ctrl+Mayús+Z', 'deshacer, rehacer (en un campo numérico: lo que se escribe en él)'],
      ['F1', 'esta ayuda'],
      ['Tab', 'de un control o una gráfica a lo siguiente'],
      ['← → en una gráfica de tiempo', 'mueven el instante; Mayús o Página, diez veces más; Inicio y Fin'],
      ['+ − 0, Ctrl+← → en una gráfica de tiempo', 'acercan, alejan, muestran toda la simulación; la recorren'],
      [
        'Intro, Mayús+Intro en una gráfica de tiempo',
        'eligen la espiga más cercana como primera o segunda de un intervalo',
      ],
      ['← → en una curva', 'la leen punto por punto; Intro simula lo que se lee'],
      [
        '← → ↑ ↓ en el inicio o en un tirador',
        'lo mueven; Mayús, o Re Pág y Av Pág hacia arriba y abajo, diez veces más; Inicio y Fin',
      ],
      [
        '↑ ↓ en un valor de la ecuación',
        'un paso; Mayús, un décimo; Alt o Página, diez; Inicio y Fin, los extremos de su deslizador; un doble clic vuelve al valor de la figura',
      ],
      ['← → en un deslizador', 'un paso; Mayús, un décimo; Re Pág y Av Pág, diez; Inicio y Fin'],
      ['← → en las pestañas', 'a la siguiente; Inicio y Fin'],
      [
        'Z, R en el proyector',
        'separa las espigas más juntas, o vuelve a toda la simulación; muestra lo que una figura deja por hallar',
      ],
      ['1, 2, 3, 4 en el proyector', 'el plano, f–I, la reobase, más'],
      ['L, Mayús+L en el proyector', 'alargan la simulación al doble, o la acortan a la mitad'],
      [
        'Escape',
        'una cosa por pulsación: cancela el arrastre en curso o lo que se está escribiendo; cierra lo que esté abierto; suelta el cursor; termina la presentación; sale del proyector',
      ],
    ],
    reader: 'Con un lector de pantalla',
    reading: [
      ['Títulos', 'los tienen cada gráfica, la corriente, la ecuación, los ajustes y el análisis a la vista'],
      ['Primeras paradas', 'tres botones saltan a la corriente, a la ecuación y a los análisis'],
      ['Filas de botones iguales', 'son una sola parada; las flechas se mueven dentro de ella'],
      ['Gráficas', 'dicen en una frase lo que muestran; en su deslizador las flechas leen la curva'],
      ['Tablas', 'Detalles da todas las espigas y muestras; cada diagrama tiene su tabla'],
      [
        'Resultados',
        'lo que hace la célula se anuncia cuando dejas de cambiarla, y al deshacer se dice qué se deshizo',
      ],
    ],
  },
  link: {
    inPart: 'No se ha podido leer todo el enlace; lo demás es como en el ejemplo.',
    refused: 'No se ha abierto nada: esto cambiaría lo que está bloqueado.',
    display: 'No se ha podido leer todo lo que dice cómo se debe mostrar.',
    more: (count) => `Y ${count} más.`,
    locked: 'Lo que su autor ha bloqueado queda bloqueado aquí hasta que se vuelva a cargar la página.',
    unread: (part) => `«${part}» no significa nada aquí.`,
    tooLong: (title) =>
      `Estas simulaciones son demasiado largas para un enlace, así que la dirección solo nombra el ejemplo, ${title}.`,
  },
  unknownPreset: (id, shown) => `No hay ningún ejemplo llamado «${id}». Este es ${shown}.`,
  edited: 'cambiado por ti',

  groups: {membrane: 'Membrana', recovery: 'Recuperación', reset: 'Reinicio'},
  controls: 'Controles',
  summary: 'Resumen',
  quickControls: 'Corriente',
  symbols: {
    vr: 'v<sub>r</sub>',
    vt: 'v<sub>t</sub>',
    vpeak: 'v<sub>peak</sub>',
    dt: 'd<i>t</i>',
    edge: 'corrientes',

    v: 'v(0)',
    u: 'u(0)',
    duration: 'total',
    'stimulus.step.duration': 'duración',
    'stimulus.ramp.duration': 'duración',
  },
  names: {
    amplitude: 'amplitud',
    onset: 'inicio',
    duration: 'duración',
    from: 'desde',
    to: 'hasta',
    points: 'puntos',
    hold: 'contando',
    parameter: 'parámetro',
  },
  stimulus: 'Estímulo',
  stimulusOf: (index) => `Estímulo ${index + 1}`,
  stimulusCount: (count) => `${count} estímulos`,
  firstHaveGrips: (count) =>
    `Solo los primeros ${count} que se ven en la gráfica tienen tiradores en ella; todos tienen aquí sus campos.`,
  stimulusLine: (index, one) =>
    `${index + 1}. ${words.kinds[one.kind]}: ${amount(/** @type {any} */ ({stimulus: [one]}))}, ` +
    `${words.timesLabel(/** @type {any} */ ({stimulus: [one]})).replace(/^\S+ /, '')}`,
  initial: 'Inicio',
  solver: 'Método',
  kinds: {
    step: 'Escalón',
    ramp: 'Rampa',
    rest: 'En reposo',
    at: 'Dado',
    exact: 'Exacto',
    rk4: 'Runge-Kutta 4',
    euler: 'Euler',
  },
  kindMeans: {
    'initial.rest': 'En reposo: el punto fijo inferior sin corriente, v = min(vr, vt + b/k) y u = b (v - vr).',
    'initial.at': 'En un punto dado del plano de fases.',
    'solver.exact': `Series de Taylor adaptativas; las espigas son ${ACCURACY}.`,
    'solver.rk4': 'Runge-Kutta de orden 4 en pasos fijos, con el reinicio en la malla.',
    'solver.euler': 'Euler explícito en pasos fijos, con el reinicio en la malla.',
  },
  options: {at: 'activas si inicio ≤ t < fin', after: 'activas si inicio < t ≤ fin'},
  optionMeans: {
    at: 'Un paso del método que empieza justo cuando empieza una corriente ya la tiene; uno que empieza justo cuando acaba, no. Una espiga se fecha al final de su paso.',
    after:
      'Un paso del método que empieza justo cuando empieza una corriente todavía no la tiene; uno que empieza justo cuando acaba, sí. Así, las espigas pueden llegar un paso después. Una espiga se fecha al final de su paso.',
  },
  patterns: {
    silent: 'silencio',
    single: 'una sola espiga',
    few: 'pocas espigas',
    'onset burst then silent': 'ráfaga inicial y silencio',
    'firing that stops': 'disparo que cesa',
    tonic: 'tónico',
    adapting: 'con adaptación',
    'speeding up': 'acelerándose',
    'onset burst then tonic': 'ráfaga inicial y después tónico',
    'pair then tonic': 'par y después tónico',
    'onset burst': 'ráfaga inicial',
    bursting: 'ráfagas',
    'in turn': 'intervalos alternados',
    irregular: 'irregular',
    runaway: 'desbocado',
  },
  stabilities: {
    'stable node': 'nodo estable',
    'stable focus': 'foco estable',
    'unstable node': 'nodo inestable',
    'unstable focus': 'foco inestable',
    saddle: 'punto silla',
    degenerate: 'degenerado',
  },
  add: {step: 'Añadir un escalón', ramp: 'Añadir una rampa'},
  addShort: {step: '+ escalón', ramp: '+ rampa'},
  remove: 'Quitar',
  noStimulus: 'No se inyecta corriente.',
  clipped: (index) => `El estímulo ${index + 1} se sale de la simulación; solo cuenta la parte de dentro.`,
  valueText: (value, unit) => withUnit(prose(value), unit),
  quoted: (text) => `«${text}»`,
  backTo: (value) => `Volver a ${value}, como en el ejemplo`,
  handles: {
    parts: {amplitude: 'altura', onset: 'inicio', end: 'fin', from: 'donde empieza', to: 'donde acaba'},
    stimulus: (index, part) => `${words.stimulusOf(index)}, ${wordOf(words.handles.parts, part)}`,
    level: (name) => `${name}, en el eje v`,
    hint: (label) => `${label}: arrástralo o usa las flechas; con Mayús va diez veces más lejos.`,
    toTheEnd: 'hasta el final',
    value: (shape, at, level, open) => {
      if (shape === 'height') return amps(prose(level));
      if (shape === 'edge') return open ? words.handles.toTheEnd : time(prose(at));
      return `${time(prose(at))}, ${amps(prose(level))}`;
    },
    volts: (value) => volts(prose(value)),
  },
  sliderOf: (name) => `${name}, deslizador`,
  editor: {
    back: (value) => `Volver a ${value}`,
    less: 'Un paso menos',
    more: 'Un paso más',
    done: 'Listo',
    were: (before) => `eran ${before}`,
  },
  meaning: 'Significado',
  helpPrompt: 'Elige un campo para leer qué hace.',
  twoReadings: (text) => `«${text}» se puede leer de dos maneras. ¿Qué número es?`,
  problems: {
    quoted: (text) => `«${text}»`,
    things: {
      list: 'una lista',
      object: 'un objeto',
      NaN: 'NaN',
      infinity: 'infinito',
      '-infinity': 'menos infinito',
    },
    parts: {
      experiment: 'experimento',
      cell: 'célula',
      initial: 'inicio',
      solver: 'método',
      stimulus: 'estímulo',
      preset: 'ejemplo',
      labels: 'título y nota',
      pinned: 'simulaciones fijadas',
    },
    stimulus: (number) => `estímulo ${number}`,
    range: (low, high) => `de ${low} a ${high}`,
    anything: 'cualquier número finito',
    locked: (name) => `Bloqueado aquí: ${name}.`,
    codes: {
      empty: ({name, range}) => `${name} necesita un número (permitido: ${range}).`,
      not_a_number: ({name, given, range}) => `${name} = ${given} no es un número (permitido: ${range}).`,
      not_finite: ({name, given, range}) => `${name} = ${given} no es un número finito (permitido: ${range}).`,
      not_whole: ({name, given, range}) => `${name} = ${given} no es un número entero (permitido: ${range}).`,
      out_of_range: ({name, given, range}) => `${name} = ${given} está fuera de rango (permitido: ${range}).`,
      unknown_choice: ({name, given, options}) => `${name} no puede ser ${given} (permitido: ${options}).`,
      unknown_kind: ({name, given, options}) => `${name} no puede ser del tipo ${given} (permitido: ${options}).`,
      unknown_field: ({name}) => `No hay ningún campo llamado ${name}.`,
      kind_missing: ({name}) => `A ${name} le falta el tipo.`,
      not_a_text: ({name, given}) => `${name} = ${given} no es un texto.`,
      not_a_list: ({name, given}) => `${name} = ${given} no es una lista.`,
      not_an_object: ({name, given}) => `${name} = ${given} no es un objeto.`,
      too_many: ({name, given, high}) => `${name} tiene ${given} entradas; se permiten ${high} como máximo.`,
      empty_range: ({name, given, low, high}) =>
        `${name} = ${given} debe ser ${high ? `menor que hasta = ${high}` : `mayor que desde = ${low}`}: el intervalo está vacío.`,
      reversed_range: ({name, given, low, high}) =>
        `${name} = ${given} debe ser ${high ? `menor que hasta = ${high}` : `mayor que desde = ${low}`}: el intervalo está invertido.`,
      reversed: ({name, given, low}) => `${name} = ${given} está antes de desde = ${low}.`,
      shorter_than_dt: ({name, given, dt, range}) =>
        `${name} = ${given} es menor que el paso de tiempo dt = ${dt} (permitido: ${range}).`,
      longer_than_duration: ({name, given, range}) =>
        `${name} = ${given} es mayor que la duración (permitido: ${range}).`,
      too_many_steps: ({name, given, steps, most, dt, range}) =>
        `${name} = ${given} necesita ${steps} pasos${dt && ` de dt = ${dt}`}; se permiten ${most} como máximo (permitido: ${range}).`,
      peak_not_above_reset: ({name, given, low}) =>
        `${name} = ${given} debe estar por encima de c = ${low}, o la célula dispararía sin fin en un mismo instante.`,
      reset_not_below_peak: ({name, given, high}) =>
        `${name} = ${given} debe estar por debajo de vpeak = ${high}, o la célula dispararía sin fin en un mismo instante.`,
      wrong_unit: ({name, given, range}) =>
        `${name} = ${given} tiene una unidad que no se puede convertir (permitido: ${range}).`,
      given_twice: ({name, given}) => `${name} = ${given} es uno de dos valores distintos.`,
      no_cell: () => 'En este texto no hay ninguna célula.',
      too_long: ({high}) => `El texto tiene más de ${high} caracteres.`,
    },
    groups: ({name, given, range}) =>
      `${name} = ${given} no es un número: los miles se separan de tres en tres cifras, como en 1.234.567,5 (permitido: ${range}).`,
    unit: ({name, given, range, unit}) =>
      `${name} = ${given} no se puede convertir: ${unit} no es una unidad conocida aquí (permitido: ${range}).`,
    quantity: ({name, given, range, is, asked, unit}) =>
      `${given} es ${is ?? 'otra cosa'}; ${name} es ${asked ? `${asked}, en ${unit}` : 'un número sin unidad'} (permitido: ${range}).`,
    quantities: {
      current: 'una corriente',
      voltage: 'un voltaje',
      time: 'un tiempo',
      conductance: 'una conductancia',
      capacitance: 'una capacitancia',
      rate: 'una tasa',
      resistance: 'una resistencia',
      charge: 'una carga',
      'conductance per voltage': 'una conductancia por voltaje',
    },
  },

  plots: {
    v: 'Potencial de membrana',
    u: 'Corriente de recuperación',
    current: 'Estímulo',
    phase: 'Plano de fases',
    rate: 'Frecuencia frente a corriente',
    thresholds: 'Reobase',
    why: 'Fórmulas en forma cerrada',
    map: 'Mapa de espiga a espiga',
    bifurcation: 'Diagrama de bifurcación',
    bursts: 'Diagrama de bifurcación con sus ráfagas',
  },
  analyses: 'Análisis',
  tabs: {
    plane: 'Plano',
    rate: 'f–I',
    thresholds: 'Reobase',
    more: 'Más',
    why: 'Fórmulas',
    map: 'Mapa',
    bifurcation: 'Diagrama',
    compare: 'Fijadas',
    findings: 'Hallazgos',
    details: 'Detalles',
  },
  more: 'Más',
  counted: (/** @type {number} */ spikes) => `${spikes === 1 ? 'espiga' : 'espigas'}`,
  shownTab: (name) => `Se muestra: ${words.tabs[/** @type {'plane'} */ (name)]}.`,
  shortMeasures: {
    count: 'espigas',
    latency: 'inicio a 1.ª espiga',
    last_isi: 'último intervalo',
    steady_rate: 'frecuencia final',
  },
  /** The heading of a setting, which shows its value. */
  settingOf: {
    stimulus: (/** @type {Experiment} */ {stimulus}) => {
      const written = numbers.prose;
      const [one] = stimulus;
      return !one
        ? 'Sin estímulo'
        : stimulus.length > 1
          ? `${stimulus.length} estímulos`
          : `${words.kinds[one.kind]} desde ${written(one.onset)} ms`;
    },
    initial: (/** @type {Experiment} */ {initial}) => {
      const written = numbers.prose;
      return initial.kind === 'rest' ? 'Desde el reposo' : `Desde ${written(initial.v)}, ${written(initial.u)}`;
    },
    duration: (/** @type {Experiment} */ {duration}) => `${numbers.prose(duration)} ms`,
    solver: (/** @type {Experiment} */ {solver}) => words.kinds[solver.kind],
  },
  unfoldHint: 'Mostrar grande la corriente de recuperación',
  /** The ticks on the slider of the current. */
  drive: {
    first: (/** @type {string} */ at) => `un disparo ${at}`,
    alone: (/** @type {string} */ at) => `primera espiga ${at}`,
    lasting: (/** @type {string} */ at) => `dura ${at}`,
    fires: (/** @type {string} */ at) => `dispara ${at}`,
  },
  planeOptions: 'Qué muestra el plano',
  /** What stands beside the picture. */
  story: {
    figure: (/** @type {string} */ label, /** @type {string} */ title) => `Fig. ${label}: ${title}`,
    edited: (/** @type {string} */ title, /** @type {string} */ changes) =>
      changes ? `${title}, editada: ${changes}` : `${title}, editada`,
    attempt: 'Prueba:',
    back: 'Volver a como estaba',
    keep: 'Mostrarla también como estaba',
    place: (/** @type {number} */ at, /** @type {number} */ count) => `${at} de ${count}`,
  },
  stepRuns: 'Con pasos fijos',
  menu: 'Menú',
  skip: {
    current: 'Ir a la corriente',
    law: 'Ir a la ecuación',
    analyses: 'Ir a los análisis',
  },
  heads: {verdict: 'Qué ocurre', law: 'Ecuación', tools: 'Herramientas', ticks: 'Dónde empieza el disparo'},
  aboutFigure: 'Sobre esta figura',
  presetLocked: 'Este ejemplo no se abre: cambiaría lo que aquí está bloqueado.',
  figure: {
    open: 'Abrir en Izhikevich Lab',
    openHint: 'Lo mismo con todas las vistas y controles, en otra pestaña',
    start: 'Empezar',
    startHint: 'Empezar: una neurona modelo para experimentar',
  },
  enlarge: '⤢',
  enlargeHint: 'Dar al análisis toda la columna',
  pictureHint: 'Ampliar la imagen de v(t)',
  axisNames: {time: 't', v: 'v', u: 'u', current: 'I', rate: 'frecuencia'},
  axes: (name) => headed(wordOf(words.axisNames, name) ?? name, name),
  stretch: 'Tramo de tiempo',
  stretches: {
    whole: 'Todo',
    zoom: 'Ampliar',
    spike: 'Una espiga',
    onset: 'Comienzo',
    burst: 'Primeras espigas',
    kick: 'Primeros 60 ms',
    step: 'El escalón',
  },
  orientation: 'Cambiar ejes',
  orientationHint:
    'v en horizontal y u en vertical es la convención del libro; el apunte pone u en horizontal y v en vertical',

  compare: {
    pin: 'Fijar esta simulación',
    pinned: 'Fijada.',
    unpinned: 'Soltada.',
    pinHint: 'Se queda en cada gráfica, en gris, junto a lo siguiente que pruebes; hasta cuatro',
    full: 'Hay cuatro simulaciones fijadas y no caben más: quita antes una.',
    none: 'Fija una simulación: se queda en cada gráfica, en gris, mientras cambias cosas, y aquí se compara.',
    own: 'a la vista',
    caption: 'La simulación a la vista y las fijadas',
    pattern: 'patrón',
    nameOf: (index) => `Nombre de la simulación fijada ${index + 1}`,
    swap: (name) => `Intercambiar la simulación a la vista con «${name}»`,
    remove: (name) => `Quitar «${name}»`,
    numbered: (index, name) => `${index + 1} ${name}`,
    behind: (index, name, count) => `Simulación fijada ${index + 1}, ${name}: ${words.spikeCount(count)}.`,
    label: (path) => {
      const [part, index, name] = path.split('.');
      const of = last(path);
      if (part !== 'stimulus' || !name)
        return (
          wordOf(words.symbols, path) ??
          wordOf(words.symbols, of) ??
          wordOf(words.partNames, path) ??
          wordOf(words.names, of) ??
          of
        );
      return `${words.stimulusOf(Number(index))}, ${wordOf(words.symbols, name) ?? wordOf(words.names, name) ?? name}`;
    },
    change: (path, value) =>
      `${wordOf(words.names, last(path)) ?? last(path)} ${typeof value === 'number' ? prose(value) : words.compare.value(path, value)}`,
    value: (path, value) => {
      if (value === undefined) return words.none;
      if (value === null) return words.toTheEnd;
      if (typeof value === 'number') return withUnit(prose(value), unitAt(path));
      if (typeof value === 'string') return wordOf(words.kinds, value) ?? value;
      if (path === 'stimulus') return amount(/** @type {any} */ ({stimulus: value, initial: {kind: 'rest'}}));
      if (path === 'initial') return words.startLabel(/** @type {any} */ ({initial: value}));
      if (value.kind) return wordOf(words.kinds, value.kind) ?? value.kind;
      return words.none;
    },
    against: (name, said) => `Frente a «${name}»: ${tell(words, said)}`,
  },
  partNames: {stimulus: 'estímulo', initial: 'inicio', solver: 'método', duration: 'duración'},
  toTheEnd: 'hasta el final',

  runs: 'Simulaciones',
  runTable: 'Las simulaciones de esta figura',
  runLabel: ({name, experiment}) => [name, amount(experiment)].filter(Boolean).join(', ') + method(experiment.solver),
  startLabel: (run) =>
    run.initial.kind === 'rest'
      ? 'desde el reposo'
      : `desde v = ${volts(prose(run.initial.v))}, u = ${amps(prose(run.initial.u))}`,
  timesLabel: (run) =>
    (run.stimulus.length > MOST_LISTED ? [] : run.stimulus)
      .map((one) => {
        const end = one.duration === null ? 'hasta el final' : `durante ${time(prose(one.duration))}`;
        return `${words.kinds[one.kind].toLowerCase()} a los ${time(prose(one.onset))} ${end}`;
      })
      .join(', ') || (run.stimulus.length ? words.stimulusCount(run.stimulus.length) : 'sin corriente'),
  protocol: (runs) => {
    const parts = [words.timesLabel, words.startLabel, words.durationLabel, words.solverLabel];
    const said = parts.map((say) => [...new Set(runs.map(say))].join(' / ')).join('; ');
    return `${said[0].toUpperCase()}${said.slice(1)}.`;
  },
  solverLabel: ({solver}) =>
    solver.kind === 'exact'
      ? 'exacto'
      : `${words.kinds[solver.kind]} en pasos de ${time(prose(solver.dt))}, corrientes activas si t ${solver.edge === 'at' ? '≥' : '>'} inicio`,
  durationLabel: (run) => `dura ${time(prose(run.duration))}`,
  spikeCount: (count) => (count === 1 ? '1 espiga' : `${count} espigas`),
  columns: () => ({
    run: 'Simulación',
    stimulus: 'Estímulo',
    start: 'Inicio',
    duration: 'Duración',
    solver: 'Método',
    spikes: 'Espigas',
    isi: headed('ISI medio', 'mean_isi'),
    rate: headed('1/ISI medio', 'mean_instantaneous_rate'),
    printed: 'el apunte',
    latency: headed('Latencia', 'latency'),
    first_isi: headed('Primer ISI', 'first_isi'),
    last_isi: headed('Último ISI', 'last_isi'),
    pattern: 'Patrón',
    number: 'N.º',
    time: words.axes('time'),
    v: words.axes('v'),
    u: words.axes('u'),
    current: words.axes('current'),
    u_before: headed('u antes del reinicio', 'spike_u'),
    isi_after: headed('Intervalo desde la anterior', 'isi'),
  }),
  heading: ({name, unit}) => {
    const said = wordOf(words.quantities, name) ?? wordOf(words.axisNames, name) ?? wordOf(words.names, name) ?? name;
    return unit ? `${said} [${unit}]` : said;
  },
  quantities: {
    count_rate: 'espigas / duración',
    last_rate: '1/último intervalo',
    steady_rate: 'frecuencia estacionaria',
    first_rate: '1/primer intervalo',
    latency: 'primera espiga tras',
    spikes: 'espigas vistas',
    count: 'espigas',
    cycle: 'espigas por ciclo',
    distance: 'I sobre el inicio',
    cycle_rate: 'ciclos',
    duration: 'duración del escalón',
  },
  fromRest: 'Lo mismo desde el reposo',
  asPreset: 'El inicio como estaba',
  source: 'Fuente',

  measures: {
    count: 'espigas',
    latency: 'latencia',
    first_isi: 'primer ISI',
    last_isi: 'último ISI',
    isi_ratio: 'primero / último',
    mean_rate: 'frecuencia media',
    steady_rate: ({steady_k, steady_from, steady_to}) =>
      'f. final' +
      (steady_k === null ? '' : `, últimos ${steady_k} ISI`) +
      (steady_from === null ? '' : ` de ${milliseconds(steady_from)} a ${time(milliseconds(steady_to ?? 0))}`),
  },
  none: '–',
  tables: 'Tablas',
  tableOf: (what) => `Espigas y datos de ${what}`,
  spikeTable: 'Espigas',
  dataTable: 'Muestras a la vista',
  copyInstead: 'Es posible que este marco no permita descargas; aquí está el texto del archivo para copiarlo.',
  someRows: (shown, all) => `${shown} de ${all} filas; el archivo las tiene todas.`,
  saveSpikes: 'Guardar las espigas (CSV)',
  saveSamples: 'Guardar las muestras (CSV)',
  saveTable: (title) => (title ? `Guardar: ${title} (CSV)` : 'Guardar esta tabla (CSV)'),

  rule: 'La regla',
  ended: {
    'too many spikes': (time) =>
      `Detenida a los ${time}: las espigas se suceden a más de 1000 por milisegundo, sin fin. Se muestra lo anterior.`,
    'out of budget': (time) =>
      `Detenida a los ${time}: esta simulación necesita más pasos de los que la página calcula de una vez. Se muestra lo anterior.`,
    diverged: (time) =>
      `Detenida a los ${time}: los números crecen sin límite; con pasos fijos, ayuda un dt menor. Se muestra lo anterior.`,
  },
  runFor: (duration) => `Simular ${time(prose(duration))}`,
  runToTheEnd: 'Simular hasta el final',
  running: 'Simulando hasta el final…',
  stop: 'Detener',
  workerFailed: 'Este navegador no permite aquí el trabajo en segundo plano, así que la simulación se queda como está.',

  askedOf: (run) => `${capital(amount(run))}: ¿qué hace la célula, y por qué?`,
  soundName: 'Sonido',
  withhold: 'Ocultar las respuestas',
  withholdHint:
    'Oculta umbrales, medidas y explicaciones mientras una clase los busca; ?answers=off en la dirección los oculta del todo',
  reveal: 'Mostrar el umbral, y por qué',
  showPlace: 'Mostrarlo en el plano',
  showRheobase: 'Mostrarlo en Reobase',
  highlighted: ({symbol, value}) => `${flat(symbol)} = ${amps(located(value))}`,
  cursor: {
    label: (plot) => `Instante, sobre ${plot}`,
    range: 'Instante, en ms',
    bar: 'Tiempo',
    play: 'Reproducir',
    pause: 'Pausa',
    start: 'Volver al principio',
    stepBack: 'Un paso atrás',
    stepOn: 'Un paso adelante',
    speed: 'Velocidad, en proporción al tiempo real',
    speeds: (slowness) => (slowness === 1 ? '1' : `1/${slowness}`),
    backHint: 'Espiga anterior',
    onHint: 'Espiga siguiente',
    hold: 'Fijar',
    holdHint:
      'El cursor se queda donde está mientras se mueve el ratón; un clic en una gráfica de tiempo hace lo mismo',
    clear: 'Soltar el cursor (Escape)',
    names: {time: 't', v: 'v', u: 'u', current: 'I', dv_dt: 'dv/dt', du_dt: 'du/dt'},
    terms: {
      capacitive: 'C dv/dt =',
      membrane: 'k(v − v<sub>r</sub>)(v − v<sub>t</sub>)',
      recovery: '− u',
      current: '+ I',
    },
    at: ({cursor, window}) => time(timeIn(window)(cursor)),
    short: ({cursor, instant, runs, selected, window}) =>
      instant
        ? `${time(timeIn(window)(cursor))}: v ${volts(readOut(instant.v, unitOf('v')))}, u ${amps(readOut(instant.u, unitOf('u')))}, I ${amps(located(instant.current))}`
        : `${time(timeIn(window)(cursor))}: ${words.cursor.missing(runs[selected], cursor)}`,
    missing: ({experiment, recording: {ended}}, at) =>
      at > experiment.duration
        ? `Esta simulación acaba a los ${time(prose(experiment.duration))}.`
        : ended.kind !== 'finished' && ended.time < at
          ? `Esta simulación se detuvo a los ${time(milliseconds(ended.time))}.`
          : 'Este instante queda a demasiados pasos del comienzo para seguirlo.',
  },

  zoom: {
    label: 'Eje de tiempo de todas las gráficas',
    in: 'Acercar (+, o Ctrl y la rueda)',
    out: 'Alejar (−)',
    whole: 'Toda la simulación (0, o doble clic)',
    apart: 'Separar las espigas más juntas, o ver toda la simulación (Z en el proyector)',
    fit: 'Ajustar los ejes verticales de todas las gráficas a lo que está a la vista',
    parts: {window: 'Tramo a la vista', from: 'Dónde empieza el tramo', to: 'Dónde acaba el tramo'},
    hints: {
      window: 'El tramo a la vista: arrástralo, o arrastra sus bordes',
      from: 'Arrástralo para empezar en otro punto',
      to: 'Arrástralo para acabar en otro punto',
    },
    stretch: (window, end) =>
      `de ${timeIn(window)(window.from)} a ${time(timeIn(window)(window.to))} de ${time(prose(end))}`,
  },
  interval: {
    name: 'Intervalos',
    hint: 'El intervalo entre dos espigas cualesquiera. En la gráfica: haz clic en una y, con Mayús, en la otra.',
    from: 'De la espiga',
    to: 'a la espiga',
    number: (index) => String(index + 1),
    brief: (from, to, isi) => `${from + 1} → ${to + 1}: ${time(milliseconds(isi))}`,
    one: (index, at) => `La espiga ${index + 1} llega a los ${time(milliseconds(at))}.`,
    said: (from, to, isi) => {
      const count = to - from;
      const mean = count > 1 ? `, ${time(milliseconds(isi / count))} de media` : '';
      const many = `${count === 1 ? '1 intervalo' : `${count} intervalos`}${mean}`;
      return `ISI entre las espigas ${from + 1} y ${to + 1}: ${time(milliseconds(isi))} (${many}).`;
    },
    which: (count) =>
      count < 1
        ? 'No hay ninguna espiga.'
        : count === 1
          ? 'Hay una sola espiga.'
          : `Elige dos espigas, de la 1 a la ${count}.`,
  },

  plane: {
    start: 'Inicio de la simulación, en el plano de fases',
    current: 'Corriente, en el plano de fases',
    startHint:
      'El inicio de la simulación. Arrástralo, muévelo con las flechas o haz doble clic en el punto donde deba estar.',
    zoomed: 'En torno al reposo',
    zoomedHint: 'De cerca, la zona donde la célula puede reposar, o casi',
    straight: 'Recto',
    straightHint: 'Cuenta u desde la recta du/dt = 0, en torno al lugar donde las curvas más se acercan',
    /** What the button in the plane's corner offers. */
    offers: {gap: 'Ver la brecha', crossing: 'Ver el cruce', whole: 'Todo el plano'},
    gap: (/** @type {number} */ above, /** @type {boolean} */ named) =>
      (named ? 'I − I_SN = ' : '') +
      amps(above < 1 ? prose(Number(above.toPrecision(2))) : measured(above, unitOf('current'))),
    backward: 'Hacia atrás',
    backwardHint: 'De dónde venía el estado en el cursor, con la corriente de ese instante',
    state: ({v, u}) => `v ${volts(measured(v, unitOf('v')))}, u ${amps(measured(u, unitOf('u')))}`,
    curves: {
      v: 'dv/dt = 0',
      u: 'du/dt = 0',
      c: 'v = c',
      straight: 'Δu: u sobre la recta du/dt = 0',
      basin: 'cuenca del reposo',
      threshold: 'umbral',
      parabola: 'invariante en I*',
      backward: 'hacia atrás',
    },
    means: {
      v: 'En dv/dt = 0, la nulclina de v, v no cambia; dentro de la curva v baja, fuera sube.',
      u: 'En du/dt = 0, la nulclina de u, u no cambia; por encima de la recta u baja, por debajo sube.',
      c: 'v = c es donde sigue el reinicio a cada espiga.',
    },
    nullcline: NULLCLINE,
    point: ({kind, frequency}) =>
      frequency === null
        ? words.stabilities[kind]
        : `${words.stabilities[kind]}, ${withUnit(measured(frequency, unitOf('frequency')), unitOf('frequency'))}`,
    at: ({symbol}) => `dv/dt = 0 en ${flat(symbol)}`,
    tableTitle: (current) => `Puntos fijos con I = ${amps(located(current))}`,
    noneAt: (current) => `No hay ningún punto fijo con I = ${amps(located(current))}.`,
    kind: 'Tipo',
    column: (name) => headed(wordOf(words.plane.columnNames, name) ?? name, name),
    columnNames: {
      real_1: 'autovalor 1, parte real',
      real_2: 'autovalor 2, parte real',
      imaginary: '± parte imaginaria',
      frequency: 'oscila a',
    },
    formulas: ({k, vr, vt, b, c, d}, current) => {
      const less = (/** @type {number} */ x) => (x ? `(v ${x < 0 ? '+' : '−'} ${prose(Math.abs(x))})` : 'v');
      const plus = (/** @type {number} */ x) => (x < 0 ? `− ${prose(-x)}` : `+ ${prose(x)}`);
      return (
        `dv/dt = 0 donde u = ${prose(k)} ${less(vr)} ${less(vt)} ${plus(Number(current.toFixed(6)))}; ` +
        `du/dt = 0 donde u = ${prose(b)} ${less(vr)}; ` +
        `tras una espiga v = ${prose(c)} y u es ${prose(Math.abs(d))} ${d < 0 ? 'menor' : 'mayor'} que antes.`
      );
    },
    outside: 'Esa curva queda fuera de esta vista.',
    unknown: 'Aquí no se ha podido calcular qué separa el disparo del reposo.',
    count: ['Ningún punto fijo', 'Un punto fijo', 'Dos puntos fijos'],
    where: (point, what) => `en ${words.plane.state(point)}, ${what}`,
    summary: ({plane, planeWindow, start, instant}, separates, told) => {
      const {v_low, v_high, u_low, u_high} = planeWindow;
      const ranges = words.describe.ranges([
        ['v', {low: v_low, high: v_high}],
        ['u', {low: u_low, high: u_high}],
      ]);
      const points = plane.fixed_points;
      const list = points.length ? `: ${points.map((point, i) => words.plane.where(point, told[i])).join('; ')}` : '';
      const now = instant ? ` El estado en el cursor es ${words.plane.state(instant)}.` : '';
      return (
        `${words.plots.phase} con I = ${amps(located(plane.current))}, ${ranges}. ` +
        `${!points.length && separates ? '' : `${words.plane.count[points.length]}${list}. `}${separates} ` +
        `La simulación empieza en ${words.plane.state(start)}.${now} ${words.describe.phase}`
      );
    },
  },

  equation: 'El modelo, con los números de esta célula',
  describe: {
    trace: (plot, range, runs) => `${plot}, ${range}. ${runs}`,
    ranges: (list) =>
      list
        .map(
          ([name, {low, high}]) =>
            `${wordOf(words.axisNames, name)} de ${words.describe.range(low, high, unitOf(name))}`,
        )
        .join(', '),
    range: (low, high, unit) => `${measured(low, unit)} a ${withUnit(measured(high, unit), unit)}`,
    time: (from, to) => `de ${prose(from)} a ${time(prose(to))}`,
    phase:
      'La órbita de v y u; las líneas discontinuas son reinicios. En un tren de espigas, el último ciclo va en trazo grueso.',
    rate: (count) =>
      count === 1
        ? 'El intervalo de las simulaciones a la vista es 1 punto.'
        : `Los intervalos de las simulaciones a la vista son ${count} puntos.`,
  },

  resume: 'Continuar',
  fi: {
    rate: 'Frecuencia',
    rates: {count: 'espigas / duración', 'last interval': '1 / último intervalo', steady: 'estacionaria'},
    rateNames: {
      count: 'frecuencia por recuento',
      'last interval': 'frecuencia del último intervalo',
      steady: 'frecuencia estacionaria',
    },
    axis: (kind) => headed(words.fi.rateNames[kind], 'rate'),
    means: (kind, hold, setting) =>
      ({
        count: `La frecuencia dibujada, en ${unitOf('rate')}, es el número de espigas dividido entre los ${time(prose(hold))} en que se cuentan.`,
        'last interval': `La frecuencia dibujada, en ${unitOf('rate')}, es 1 dividido entre el último intervalo de los ${time(prose(hold))} en que se cuentan espigas.`,
        steady: tell(words, setting.steady_rate),
      })[kind],
    runsAway: 'se desboca: sin frecuencia',
    courseTitle: 'en qué acaba',
    first: 'primer intervalo',
    spikes: 'espigas',
    bursts: 'ráfagas',
    ownCurrent: 'esta simulación',
    run: (amplitude) => (amplitude === undefined ? 'Simular' : `Simular ${amps(prose(amplitude))}`),
    markRun: 'Marcar esta simulación',
    near: 'Cerca del inicio',
    nearTitle: 'La frecuencia cerca de su inicio, por potencias de diez de la distancia a él',
    table: 'Tabla',
    tableTitle: 'La curva f–I',
    onsetTitle: 'Cerca del inicio del disparo',
    runsTitle: 'Los intervalos de la simulación mostrada',
    amplitudeAxis: ({of}) => (of === 'this run' ? headed('amplitud del escalón', 'current') : words.axes('current')),
    scan: 'Corriente a lo largo de la curva f–I',
    scanOnset: 'Distancia al inicio del disparo',
    prompt: 'Recorre la curva para leerla; un clic, Intro o el botón simulan esa corriente.',
    distance: () => headed('I − inicio', 'current'),
    working: 'Se está calculando.',
    progress: (found, all) => `(${found} de ${all})`,
    sayOnset: ({distance, rate, cycle_rate, cycle}, i) => {
      const bursts =
        cycle[i] > 1 ? `, ${measured(cycle_rate[i], unitOf('rate'))} ciclos por segundo de ${cycle[i]} espigas` : '';
      return `${amps(place(distance[i]))} sobre el inicio: ${hertz(measured(rate[i], unitOf('rate')))}${bursts}.`;
    },
    forms: (forms) => {
      const said = forms.map(({symbol, value}) => `${symbol} = ${amps(located(value))}`);
      return said.length ? `Con una corriente constante, en forma cerrada: ${said.join(', ')}.` : '';
    },
    gain: (gain, kind, from, to) =>
      gain == null || from == null
        ? ''
        : `Entre ${located(from)} y ${amps(prose(to))}, la ${words.fi.rateNames[kind]} gana en promedio ${withUnit(measured(gain), `${unitOf('rate')}/${unitOf('current')}`)}.`,
    describe: (range, ends, rates, said, {of}) => {
      const against = of === 'this run' ? 'la amplitud del escalón,' : 'una corriente constante, I';
      const across = `Frecuencia frente a ${against} de ${words.describe.range(range.from, range.to, unitOf('current'))}`;
      const points = rates.reduce((sum, {rate}) => sum + rate.length, 0);
      const own = points ? ` ${words.describe.rate(points)}` : '';
      if (!ends.length) return `${across}. ${words.fi.working}${own}`;
      return `${across}. ${[...ends, ...said].filter(Boolean).join(' ')}${own}`;
    },
  },

  asking: {
    label: 'Protocolo',
    names: {'this run': 'Esta simulación', 'from rest': 'Desde el reposo, un escalón sin fin'},
    which: 'Estímulo que se varía',
    stimulus: (index, {kind}) => `${words.stimulusOf(index)}: ${words.kinds[kind]}`,
    searchGone:
      'El escalón de un umbral ya no tiene una duración propia: los umbrales se buscan ahora en la simulación mostrada, con su propio escalón.',
  },
  thresholds: {
    single: 'Primera espiga',
    lasting: 'Disparo sostenido',
    both: 'Primera espiga y disparo sostenido',
    textbook: 'la reobase',
    lastingToo: 'espigas sin fin',
    askedOf: ({end, background, method}, {initial}, textbook, two) => {
      if (textbook)
        return `Para un escalón sin fin, desde el reposo${two ? ': la reobase es la menor que evoca una espiga' : ''}.`;
      const from = initial.kind === 'rest' ? 'desde el reposo' : 'desde el inicio de esta simulación';
      const until = end === null ? 'sin fin' : `que acaba a los ${time(prose(end))}`;
      const more = [
        background ? 'junto a las otras corrientes' : '',
        method === 'fixed steps' ? 'con pasos fijos' : '',
      ];
      return `${[`Para un escalón ${until}, ${from}`, ...more].filter(Boolean).join(', ')}. La reobase de los libros es la de un escalón sin fin, desde el reposo.`;
    },
    band: 'Qué hace la célula según la corriente',
    zones: {
      silent: 'en silencio',
      fires: 'dispara',
      stops: 'dispara y luego calla',
      either: 'calla o dispara: decide el inicio',
      always: 'siempre dispara',
    },
    between: ({from, to}, amps) =>
      Number.isFinite(from)
        ? Number.isFinite(to)
          ? `de ${amps(from).split('\u00a0')[0]} a ${amps(to)}`
          : `desde ${amps(from)}`
        : `por debajo de ${amps(to)}`,
    setTo: (current, length = '') => `Poner la corriente en ${current}${length && `, en una simulación de ${length}`}`,
    pinned: (name) => `fijada, ${name}`,
    before: (name) => `antes, ${name}`,
    pin: 'Fijar esta célula',
    pinnedNow: 'Fijada. Sus números se quedan aquí mientras cambias la célula.',
    unpin: 'Soltar',
    question: 'Pregunta',
    questions: {
      first: '¿Llega una espiga?',
      lasting: '¿Sigue disparando?',
      rest: '¿Aún puede reposar?',
      fixed: '¿Queda un punto fijo?',
    },
    which: ({first, lasting, rest, fixed, hopf, close, textbook, either}) => {
      if (first === null || fixed === null || rest === null) return '';
      if (lasting !== null && Math.max(lasting, fixed) - first < 1e-3)
        return `El disparo empieza donde se pierde el reposo, en I_SN, y continúa: un solo número responde a las cuatro preguntas.`;
      const at = (/** @type {number} */ current) => amps(words.numbers.readOut(current, 'pA'));
      const from = `Llega una espiga desde ${at(first)}${textbook ? ', la reobase de los libros' : ''}`;
      const on = `el disparo se sostiene desde ${at(lasting ?? 0)}${close ? ' (I*)' : ''}, la «reobase» del apunte`;
      const start = `hasta ${at(rest)} el inicio decide si calla o dispara`;
      const there = either ? 'ahí' : at(rest);
      const lost =
        hopf === null
          ? `desde ${there} (I_SN) no hay reposo`
          : `desde ${there} (I_H) el reposo ya no retiene la célula, y desde ${at(fixed)} (I_SN) no lo hay`;
      return `${[from, lasting === null ? '' : on, either ? start : '', lost].filter(Boolean).join('; ')}.`;
    },
    value: (current) => amps(located(current)),
    compared: 'Con una corriente constante, en forma cerrada:',
    scan: 'Duración del escalón a lo largo de la curva',
    prompt: 'Qué intensidad necesita un escalón breve. Recorre la curva para leerlo; un clic simula ese escalón.',
    say: (duration, current) =>
      `Un escalón de ${time(milliseconds(duration))} necesita ${amps(located(current))} para una espiga.`,
    rheobase: 'reobase',
    twice: '2 × reobase',
    chronaxie: (at) => `cronaxia ${time(milliseconds(at))}`,
    length: () => headed('duración del escalón', 'time'),
    tableTitle: 'Intensidad frente a duración',
    describe: (curve, range) => {
      const across = `Intensidad de un escalón frente a su duración, de ${words.describe.range(range.from, range.to, unitOf('time'))}`;
      if (!curve?.duration.length) return `${across}. ${words.fi.working}`;
      const ends = [0, curve.duration.length - 1].map((i) => words.thresholds.say(curve.duration[i], curve.current[i]));
      const known = curve.chronaxie === null ? [] : [`La cronaxia es ${time(milliseconds(curve.chronaxie))}.`];
      return [`${across}.`, ...ends, ...known].join(' ');
    },
  },

  why: {
    thresholds: 'Con una corriente constante',
    rest: 'En reposo, sin corriente',
    holds: (condition) => `${condition} se cumple.`,
    needs: (condition) => `Requiere ${condition}.`,
    show: {
      current: 'Mostrar en el diagrama',
      parabola: 'Mostrar la parábola',
      'fixed points': 'Mostrar los puntos fijos',
      rest: 'Mostrar el reposo',
    },
    run: 'Simular esta corriente',
  },
  map: {
    under: (current) => `Con una corriente constante de ${amps(prose(current))}.`,
    run: 'Simular desde aquí',
    prompt: 'Recorre el mapa para leerlo; un clic, Intro o el botón empiezan ahí una simulación.',
    scan: 'u tras una espiga, a lo largo del mapa',
    working: 'Se está calculando.',
    silent: 'sin espiga',
    none: 'Ningún punto de este intervalo da lugar a otra espiga.',
    across: () => headed('u tras una espiga', 'u'),
    up: () => headed('siguiente u', 'u'),
    key: 'Escalones: la simulación a la vista, entre el mapa y la diagonal discontinua; puntos: el ciclo en que acaba; ◆ el mapa corta la diagonal y atrae, ◇ repele.',
    cite: 'Según J. Touboul y R. Brette, Spiking dynamics of bidimensional integrate-and-fire neurons, SIAM J. Appl. Dyn. Syst. 8 (2009).',
    title: (current, {from, to}) =>
      `De u tras una espiga a u tras la siguiente, con una corriente constante de ${amps(prose(current))}, u de ${words.describe.range(from, to, unitOf('u'))}.`,
    say: (u, next, interval) =>
      `Desde u = ${amps(measured(u, unitOf('u')))} la siguiente espiga llega tras ${time(milliseconds(interval))}, y entonces u = ${amps(measured(next, unitOf('u')))}.`,
    tableTitle: (current) => `De espiga a espiga con una corriente constante de ${amps(prose(current))}`,
    stepsTitle: 'Los pasos de la simulación mostrada',
    stepQuantities: () => [
      {name: 'espiga', unit: ''},
      {name: 'u tras ella', unit: unitOf('u')},
    ],
    fixedTitle: 'Donde el mapa corta la diagonal',
    fixedQuantities: () => [
      {name: 'u', unit: unitOf('u')},
      {name: 'pendiente', unit: ''},
    ],
    quantities: () => [
      {name: 'u tras una espiga', unit: unitOf('u')},
      {name: 'u tras la siguiente', unit: unitOf('u')},
      {name: 'intervalo', unit: unitOf('time')},
      {name: 'tramo', unit: ''},
    ],
  },
  bifurcation: {
    over: 'Según',
    parameter: (name) => (name === 'current' ? 'la corriente constante I' : name),
    under: ({parameter, current}) =>
      parameter === 'current' ? '' : `Con una corriente constante de ${amps(prose(current))}.`,
    currentUnit: () => unitOf('current'),
    run: 'Simular',
    bursts: 'Ráfagas',
    zoom: 'Ampliar los cambios',
    zoomHint: 'El intervalo en que cambian el reposo y el disparo',
    burstsHint: 'Intervalos entre ráfagas y espigas por ráfaga, en lugar de la frecuencia y de u',
    prompt: 'Recorre el diagrama para leerlo; un clic, Intro o el botón simulan ese valor.',
    scan: 'Valor a lo largo del diagrama',
    working: 'Se está calculando.',
    own: 'esta simulación',
    bistable: 'biestable',
    gap: () => headed('pausa', 'burst_gap'),
    spikes: 'por ráfaga',
    key: 'v: reposo, línea continua donde es estable, discontinua donde no; silla, de puntos; ciclo inestable, entre sus dos extremos. Después la frecuencia, ▲ al subir, ▽ al bajar; u tras cada espiga, ▪ al subir, □ al bajar.',
    burstKey:
      'Bajo v: el intervalo medio entre ráfagas y después el número medio de espigas por ráfaga; ▲ al subir, ▽ al bajar.',
    marks: {
      saddle_node: 'I_SN',
      andronov_hopf: 'I_H',
      invariant_parabola: 'I*',
      homoclinic: 'homoclínica',
      node_to_focus: 'oscila desde',
    },
    axis: (parameter, unit) =>
      parameter === 'current' ? words.axes('current') : unit ? `${parameter} [${unit}]` : parameter,
    title: ({parameter, from, to}, unit) =>
      `Diagrama de bifurcación en función de ${words.bifurcation.parameter(parameter)}, de ${words.describe.range(from, to, unit)}.`,
    progress: (up, down, points) => (down ? `bajando: ${down} de ${points}` : `subiendo: ${up} de ${points}`),
    stopped: (parameter, value, unit, reason) =>
      `El barrido se detiene en ${parameter} = ${withUnit(prose(value), unit)}: ${reason}`,
    say: ({rest, saddle, cycle, up, down}, value, parameter, unit) => {
      const name = parameter === 'current' ? 'I' : parameter;
      const mV = (/** @type {number} */ v) => volts(measured(v, unitOf('v')));
      const said = [rest ? `reposo en ${mV(rest.v)}, ${words.stabilities[rest.kind]}` : 'ningún estado de reposo'];
      if (saddle !== null) said.push(`silla en ${mV(saddle)}`);
      if (cycle) said.push(`ciclo inestable de ${measured(cycle.low, unitOf('v'))} a ${mV(cycle.high)}`);
      const [one, other] = [up, down].map(({does, rate, below, bursts}) => {
        if (does !== 'fires') return words.bifurcation.does(does, below);
        const burst = bursts
          ? `, ráfagas de ${measured(bursts.spikes)}, con ${time(milliseconds(bursts.gap))} entre ellas`
          : '';
        return `${hertz(measured(rate, unitOf('rate')))}${burst}`;
      });
      const does = one === other ? `en ambos sentidos: ${one}` : `al subir: ${one}; al bajar: ${other}`;
      return `${name} = ${withUnit(prose(value), unit)}: ${said.join('; ')}; ${does}.`;
    },
    does: (does, below) =>
      ({
        'not reached': '…',
        rests: 'en reposo',
        'runs away': 'sin frecuencia: se desboca',
        slow: `dispara, por debajo de ${hertz(bound(below, unitOf('rate')))}`,
        undecided: 'se tarda demasiado en averiguarlo',
      })[does] ?? '',
    tableTitle: (parameter) => `Diagrama de bifurcación en función de ${words.bifurcation.parameter(parameter)}`,
    branchesTitle: 'Las curvas de v',
    branch: 'estado',
    cycleEnds: ['v mínima del ciclo', 'v máxima del ciclo'],
    afterTitle: (up) => `u tras cada espiga, barrido ${up ? 'ascendente' : 'descendente'}`,
    afterOf: afterTable('u tras una espiga'),
    tableOf: diagramTable(
      {
        lower: 'v de reposo',
        upper: 'v de la silla',
        v_low: 'v mínima del ciclo',
        v_high: 'v máxima del ciclo',
        rate: ['frecuencia al subir', 'frecuencia al bajar'],
        cycle: ['espigas por ciclo al subir', 'espigas por ciclo al bajar'],
        burst_gap: ['entre ráfagas al subir', 'entre ráfagas al bajar'],
        burst_spikes: ['espigas por ráfaga al subir', 'espigas por ráfaga al bajar'],
        without: ['por qué sin frecuencia, al subir', 'por qué sin frecuencia, al bajar'],
      },
      (does, below) => (NO_RATE.has(does) ? words.bifurcation.does(does, below) : ''),
    ),
  },
  findings: {
    heading: 'El apunte y el modelo, lado a lado',
    intro:
      'El laboratorio sigue el apunte docente de Ian Cooper, una introducción clara y generosa. Donde su texto y el modelo discrepan, aquí está lo que hace el modelo. Cada número lo calcula esta página.',
    note: 'El apunte',
    model: 'El modelo',
    show: 'Mostrarlo',
  },
  about: {
    heading: 'Acerca de',
    text: `Con el método exacto las espigas son ${ACCURACY} (la de parloteo cerca de 456 pA, al cabo de unos segundos) y ninguna aritmética de este tipo puede seguirla. Con Runge-Kutta o Euler en pasos fijos se ve lo que un programa hace de la misma célula. La subida de una espiga es la del propio modelo; el corte en el pico y la caída posterior son impuestos. No hay canales iónicos ni ruido.`,
    model:
      'Modelo: E. M. Izhikevich, Dynamical Systems in Neuroscience, MIT Press, 2007, capítulo 8. Figuras: I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python.',
    lecturers: 'Para docentes (en inglés): enlaces, páginas de cursos, archivos, privacidad, accesibilidad',
    licences: 'Licencias de todo lo que hay en esta página',
    version: (version) => `Versión ${version}.`,
  },
  glossary: [
    [
      'sillas?-nodo',
      'Silla-nodo: el punto en que un estado de reposo y un punto silla se encuentran y desaparecen. Más allá, la célula no puede reposar.',
    ],
    [
      '(?:Andronov-)?Hopf',
      'Andronov-Hopf: el punto en que las oscilaciones pequeñas en torno al reposo dejan de apagarse y empiezan a crecer.',
    ],
    [
      'subcrítica',
      'Subcrítica: el ciclo que aparece es inestable, así que la célula salta del reposo al disparo en lugar de empezar con oscilaciones pequeñas.',
    ],
    [
      'bifurcaci(?:ón|ones)',
      'Bifurcación: un cambio cualitativo de lo que puede hacer una célula cuando un número (la corriente, por ejemplo) pasa por cierto valor.',
    ],
    [
      'variedad estable',
      'Variedad estable: todos los estados desde los que la célula va a parar a la silla. Es la frontera entre dos destinos.',
    ],
    [
      'ciclo límite|ciclo inestable',
      'Ciclo límite: una órbita cerrada, en la que v y u se repiten para siempre. Las órbitas cercanas se enrollan hacia él (estable) o se alejan (inestable).',
    ],
    ['homoclínica', 'Homoclínica: una órbita que sale de una silla y vuelve a la misma.'],
    ['nulclinas?', NULLCLINE],
    ['puntos? fijos?', 'Punto fijo: un estado en el que v y u no cambian. Ahí se cruzan las nulclinas.'],
    ['puntos? silla|silla', 'Punto silla: un punto fijo que atrae las órbitas en una dirección y las aparta en otra.'],
    ['nodo', 'Nodo: un punto fijo al que las órbitas se acercan, o del que se alejan, sin dar vueltas a su alrededor.'],
    [
      'foco',
      'Foco: un punto fijo hacia el que las órbitas giran en espiral, o del que salen así, de modo que v oscila.',
    ],
    [
      'autovalor(?:es)?',
      'Autovalor: la tasa con que una desviación pequeña de un punto fijo decae (negativo) o crece (positivo). Un par complejo significa oscilación.',
    ],
    ['reobase', 'Reobase: la menor corriente que hace disparar a la célula si puede actuar cuanto haga falta.'],
    ['cronaxia', 'Cronaxia: cuánto debe durar un escalón del doble de la reobase para hacer disparar a la célula.'],
    ['ISI', 'ISI, intervalo entre espigas: el tiempo de una espiga a la siguiente.'],
    [
      'coeficiente de variación|CV',
      'Coeficiente de variación, CV: la desviación típica de los intervalos dividida entre su media. 0 es la regularidad de un reloj.',
    ],
    [
      'ráfagas?',
      'Ráfaga: dos o más espigas en rápida sucesión, separadas de las demás por una pausa. Los criterios están en «La regla», en los detalles.',
    ],
    ['tónico', 'Tónico: disparo que sigue espiga tras espiga, a intervalos iguales.'],
    ['se adapta|adaptación', 'Adaptación: los intervalos crecen durante una corriente constante, porque u se acumula.'],
    [
      'retroceso|retrocede',
      'Retroceso (sag): v baja con una corriente y después vuelve en parte aunque la corriente siga.',
    ],
    [
      'integradora',
      'Integradora: una célula que suma lo que recibe y no tiene frecuencia preferida; el reposo se pierde en una silla-nodo.',
    ],
    [
      'resonadora|resonar',
      'Resonadora: una célula que oscila en torno al reposo, y por eso responde mejor a entradas de una frecuencia.',
    ],
    [
      'clase [123]',
      'Clases de excitabilidad (Hodgkin): 1, la frecuencia empieza en cero; 2, empieza con un salto; 3, la célula da unas pocas espigas como mucho.',
    ],
  ],
  core,
  fields,
  withoutValue,
  presets,
  points,
  cannotStart: {
    old: 'El laboratorio necesita un navegador más reciente: Chromium 113 (Chrome, Edge), Firefox 113, Safari 16.4 o cualquier versión posterior.',
    damaged:
      'El laboratorio no puede desempaquetar su núcleo: o este archivo está dañado, o el navegador es anterior a Chromium 113, Firefox 113 o Safari 16.4.',
    forbidden:
      'El laboratorio no puede arrancar: esta página no tiene permiso para compilar WebAssembly. Una página con una política de seguridad de contenidos debe permitirlo con script-src ‘wasm-unsafe-eval’.',
    failed: (/** @type {unknown} */ error) => `El laboratorio no puede arrancar (${error}).`,
    still: 'Una imagen fija: v(t) de una célula de disparo regular con 70 pA.',
  },
};

export default words;
