// lab.mjs: the page as its users know it: what they read on it, and what they do with it. No other test file knows how the
// page is built: everything on it has a name in `at`, and what users do is a function below. `frame` is where the lab is.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {test} from 'node:test';
import {open as openPage, site} from './support.mjs';

// --- where things are -------------------------------------------------------------------------------------------------

/**
 * The names of everything on the page, each with its selector or a function that makes one. Functions that run in the page
 * use these names, too, so this one must not use anything outside of itself. Parts of a field take the field's path; without
 * a path they are looked for within a field.
 */
function places() {
  /** @param {string} selector of a part of a field */
  const ofField = (selector) => (path) => (path === undefined ? selector : `[data-path="${path}"] ${selector}`);
  /** The same for the number and the unit of a parameter, which stand in the equation, under its symbol. */
  const inTerm = (selector) => (path) =>
    path === undefined ? selector : `:is([data-path="${path}"], .term[data-moves="${path}"]) ${selector}`;
  const analysis = (name) => `#panel-${name}`;
  const inAnalysis = (selector) => (name) => `${analysis(name)} ${selector}`;
  const plot = (name) => (name === 'plane' ? 'phase-view' : `trace-view[name=${name}]`);
  /** The curves along which something can be read. */
  const curve = (name) => ({rate: '.fi', onset: '.near', strength: '.strength'})[name];
  return {
    // The lab as a whole, and what is written on it.
    /** Of several labs in a page, the element that holds it. */
    host: (index) => `#host-${index}`,
    /** Any box; a page of destroyed labs has only those that held them. */
    box: 'div',
    lab: '.lab',
    main: 'main',
    title: 'h1',
    headings: 'h1, h2, h3, h4, h5',
    footer: 'footer',
    licences: '#licences',
    script: '#lab',
    message: '#message',
    messageLink: '#message a',
    messageParts: '#message *',
    dismiss: '#message > button:last-child',
    useNewer: '#message > button:first-of-type',
    alerts: '[role=alert]',
    status: '#live',
    polite: '[role=status]',
    /** Whatever a screen reader announces by itself. */
    live: ':is([aria-live], [role=status], [role=alert], [role=log], output):not([aria-live=off])',
    stillPicture: '.still:not([hidden]) svg',
    stillCurve: 'path',

    // Controls and texts in general.
    button: 'button',
    actionable: 'button, input, select',
    pressable: 'button, select, input, summary, preset-gallery a',
    targets: 'a[href], button, input, select, summary, [role=slider]',
    /** Targets that may be small: links and terms within a sentence; the nine values of the equation in one row of a phone; labels at the v axis, which make room for each other,
     * and for which there are fields; sliders that cover a plot. */
    smallTargets: 'p a, p button, .law .value, button.term, .level, .cursor-track, .scan, [class^=overview]',
    stops: 'a[href], button, input, select, summary, [tabindex]',
    tabStops: '[tabindex]',
    reachable: 'button, input, select, summary, [tabindex], [draggable]',
    unopened: '[hidden], details:not([open]) > :not(summary), dialog:not([open]), template',
    closedDialogOrTerm: 'dialog:not([open]), button.term',
    /** Open menus and fixed parts, which may cover other controls for a while. */
    overPage:
      '.top, preset-gallery, .hear-menu, .menu, .setting-box, .rule > :not(summary), quick-bar, .controls, .plot.v',
    stays: '.plot.v, quick-bar',
    spoken: '[aria-label], [aria-valuetext]',
    /** Fields and lists that show a text. */
    boxes: 'input:not([type=range]), select',
    /** What holds texts that are never seen. */
    noText: 'script, style, template, noscript, .unseen, option',
    described: '[aria-label], [title], [aria-valuetext], [placeholder]',
    unread: '[hidden], script, style, template, noscript, pre, [lang]:not(html)',
    written: 'button, a, input, select, canvas, summary, label, legend, h1, h2, h3, p, dt, dd, td, th, math, .unit',
    /** What is not visible, and the bar of a phone with the values above it, which cover whatever is scrolled under them. */
    unwritten:
      '[hidden], .unseen, .skip:not(:focus), dialog:not([open]), details:not([open]) > :not(summary), template, quick-bar, main[data-compact] .law-equations',
    /** What the first view always shows beside the plots: verdict, current, numbers, the values of the equation, and the switch. */
    alwaysInView:
      ':is(.headline, quick-bar .number, .quick-field .slider, numbers-view :is(.play, dd, dt), #analysis-tabs [role=tab], .law-equations :is(.number, .unit, .value)):not([hidden])',
    mayReachBeyond: '.unseen, math, dialog:not([open]), details:not([open]) > :not(summary)',
    everything: '*',
    saveLink: 'a[download]',

    // Presets, and the texts of the one on show.
    topBar: '.top',
    presets: '#presets summary',
    presetList: 'preset-gallery',
    presetLinks: 'preset-gallery a',
    preset: (id) => `[data-preset="${id}"]`,
    presetShown: '[aria-current]',
    presetTitle: '#preset-title',
    previousPreset: '#previous',
    nextPreset: '#next',
    figureTitle: '#figure-title',
    caption: '#caption',
    figureSource: '#source',
    figureProtocol: '#protocol',
    figureRemark: '#remark',
    fromRest: '#from-rest',
    asPreset: '#as-preset',
    aboutFigure: '.about-figure > summary',
    findings: '[data-finding]',
    findingLink: (id) => `[data-finding="${id}"] a`,
    runs: 'run-list [data-run], run-list tbody tr',
    runRows: 'run-list tbody tr',
    rows: '.run-row',
    rowOf: (index) => `.run-row:nth-of-type(${index + 1})`,
    rowName: '.run-name b',
    rowScale: '.run-scale i',
    rowTrace: 'path + path',
    quickBar: 'quick-bar',
    runButtons: 'run-list button',
    runButton: (index) => `run-list tbody tr:nth-child(${index + 1}) button`,
    runInterval: 'run-list td:nth-child(3)',

    // The header, and what is offered on the whole page.
    menu: '#menu > summary',
    planeOptions: '#plane-options > summary',
    undo: '#undo',
    redo: '#redo',
    reset: '#reset',
    resetAuthor: '#reset-author',
    language: '#language',
    languages: '#language option',
    theme: '#theme',
    leaveProjector: '#leave-projector',
    help: '#help',
    about: '#open-about',
    helpKept: 'help-dialog .kept',
    gestures: 'help-dialog .touch tr',
    share: '#share',
    open: '#open',
    hear: '#hear summary',
    hearButtons: '.hear-menu button',
    term: 'why-view .term',
    terms: 'button.term',
    termNote: '#term-note',

    // Dialogs and tables.
    tables: '#tables',
    dialog: 'dialog[open]',
    savePicture: '.save-picture',
    opensIn: (name) => `.share-link [name=${name}]`,
    // What a dialog that hands out or takes in consists of, and what a saved page shows where no script runs.
    dialogParts: 'h2, p, button, input:not([type=file]), textarea, .file span, svg.qr',
    shelfParts: 'h2, p, li, button, input:not([type=file]), .sketch',
    savedPictures: 'figure:not([hidden]) svg',
    savedCurve: 'figure:not([hidden]) svg path[fill=none]',
    ready: '[data-ready]',
    readRows: '.read-cell tbody tr',
    readList: '.read-cell select',
    readCells: '.read-cell option',
    leftOut: '.read-cell .left-out',
    takeCell: '.take-cell',
    anyDialog: 'dialog',
    closeDialog: 'dialog[open] .close',
    dialogButtons: 'dialog button',
    saveTable: 'data-dialog .tools button',
    /** Of the dialog that hands out what is on show. */
    sharedLink: '.share-link input[type=text]',
    copyLink: '.share-link .take',
    hideAnswers: '.share .check input',
    qrCode: '.share .qr svg',
    qrSummary: '.qr-code summary',
    label: (name) => `[data-label=${name}]`,
    saveAs: (what) => `[data-save=${what}]`,
    sharedSaid: '.share-done',
    copyByHand: '.share .copy textarea',
    /** Of its part for course pages. */
    embed: 'share-embed summary',
    embedBox: (name, value) => `share-embed [name=${name}][value="${value}"]`,
    embedSide: (name) => `share-embed [name=${name}][type=text]`,
    embedHost: 'share-embed select[name=host]',
    embedLanguage: 'share-embed select[name=lang]',
    embedNeeds: '#embed-needs',
    embedHosts: 'share-embed select[name=host] option',
    embedCode: '.embed-code',
    embedCopy: '.copy-code',
    embedProblem: '#embed-problem',
    embedPreview: '.embed-preview',
    /** Of a course page that a test has made: a part of it, and the frame in that. */
    courseSection: (name) => `#${name}`,
    courseFrame: (name) => `#${name} iframe`,
    courseLink: 'p a',
    /** The way to the page for lecturers, and what is in that. */
    attempt: '#attempt',
    lecturersLine: '#about-lecturers',
    lecturers: '#about-lecturers a',
    links: 'a',
    codeBlocks: 'pre code',
    /** Of the dialog that opens what is handed in. */
    openText: 'dialog.open textarea',
    openTake: 'dialog.open .take',
    openFile: 'dialog.open [type=file]',
    openProblems: 'dialog.open .problems',
    authorNote: '#author-note',
    storyBody: '.story-body',
    storyActs: '.story-actions > *',
    settings: '.setting',
    settingBox: '.setting-box',
    /** The shelf, its entries and its slide show. */
    shelf: '#shelf',
    keep: 'dialog[open] .keep',
    kept: 'dialog.shelf li',
    keptTitles: 'dialog.shelf li input',
    keptTitle: (index) => `dialog.shelf li:nth-child(${index + 1}) input`,
    keptPictures: '.shelf .sketch path',
    keptPicture: (index) => `dialog.shelf li:nth-child(${index + 1}) .sketch`,
    keptButton: (what, index) => `dialog.shelf li:nth-child(${index + 1}) ${what === 'open' ? '.quiet' : `.${what}`}`,
    shelfSaid: '.shelf-done',
    putBack: '.shelf-done .undo',
    shelfHint: 'dialog.shelf > p',
    saveShelf: 'dialog.shelf .save',
    addToShelf: 'dialog.shelf [type=file]',
    shelfCopy: 'dialog.shelf .copy textarea',
    showSlides: 'dialog.shelf .take',
    slides: '#slides',
    slideSaid: '#slide-said',
    slideOn: '#slide-on',
    slideBack: '#slide-back',
    leaveSlides: '#slides-leave',
    dialogTables: 'dialog table',
    dialogCaptions: 'dialog caption',
    dialogHeads: 'dialog th',
    dialogCells: 'dialog td',
    dialogRows: 'dialog tbody tr',
    dialogLastRow: 'dialog tbody tr:last-child',
    spikeRows: 'dialog table:first-of-type tbody tr',
    sampleRows: 'dialog table:last-of-type tbody tr',
    tableNumbers: 'data-dialog td',
    table: 'table',
    headCell: 'th',
    row: 'tbody tr',

    // What is handed out.
    shareLink: '.share-link [type=text]',
    shareField: (name) => `share-table [name=${name}]`,
    shareOptions: 'share-table [name=table] option',
    saveNumbers: '.save-table',
    stopNumbers: '.stop-writing',
    writingShare: 'share-table progress',
    stepProblem: '#step-problem',
    copyMeasures: '.copy-measures',
    copyBox: 'share-table .copy textarea',
    shareSaid: '.share-done',
    shareCopyBox: '.share > .copy textarea',
    sheetQuestion: '.share-print textarea',
    printSheet: '.share-print .print',
    saveSheet: '.share-print .save-sheet',
    sheet: '.print-sheet',
    sheetCode: '.print-sheet .code',
    sheetHeadings: '.print-sheet h2',

    // The equation.
    equation: '.law-equations',
    /** A parameter in it: its symbol, with the value and the unit below. */
    symbol: (name) => `.law-equations [data-moves="cell.${name}"]`,
    symbols: '.law-equations .term',
    /** The values of the cell as they stand in it. */
    lawValues: '.law-equations .number',
    letter: (name) => `.law-equations [data-moves="cell.${name}"] var`,
    formulas: 'math',

    // Fields: a number with its slider, its unit, and the texts beside it.
    anyField: '[data-path]',
    field: (path) => `[data-path="${path}"]`,
    fields: '.controls .field',
    numberFields: '.field:not(.choice)',
    cellFields: '.field[data-path^="cell."]',
    fieldParts: '.controls .field :is(label, .slider, .number, .unit)',
    fieldHelp: '.help',
    name: ofField('label'),
    number: inTerm('.number'),
    slider: ofField('.slider'),
    unit: inTerm('.unit'),
    problem: ofField('.problem'),
    question: ofField('.readings'),
    questionText: 'span',
    answers: ofField('.readings button'),
    answer: (path, index) => `[data-path="${path}"] .readings button:nth-of-type(${index + 1})`,
    backToPreset: ofField('.dot'),
    tick: ofField('.tick'),
    description: ofField('.description'),
    hint: '.hint',
    options: 'option',
    activeField: '.active-field',
    /** Of the start, 'initial', or of the method, 'solver'. */
    kind: (part) => `fieldset.${part} select`,

    /** What stands in place of a number that is locked, and of a kind. */
    lockedNumber: inTerm('.amount:not([hidden])'),
    lockedKind: (part) => `fieldset.${part} .amount:not([hidden])`,

    // A figure in a course page.
    image: 'img',
    inert: '[inert]',
    openLab: '#open-lab',
    poster: '.poster button',
    verdictText: '.headline',
    figureRuns: 'figure-runs button',
    figurePlay: '.foot .play',

    // The stimuli: each a group of fields; more than eight are a folded list.
    lawRead: '.law-equations math',
    stimulusGroup: 'parameter-form .stimulus',
    stimulusProblem: '.stimulus > .problem',
    stimuli: '.stimulus-item',
    stimulusParts: '.stimulus-item, .stimulus-tools button',
    addStimulus: (kind) => `.stimulus-tools button:${kind === 'step' ? 'first' : 'last'}-child`,
    removeFirstStimulus: '.stimulus-item button',
    removeLastStimulus: '.stimulus-item:last-child .stimulus-head button',
    removeStimulus: (index) => `[aria-label="Remove: Stimulus ${index + 1}"]`,
    stimulusList: '.stimulus-list',
    stimulusListName: '.stimulus-list > summary',
    stimulusListHint: '.stimulus-list > .hint',
    stimulusLines: '.stimulus-line',
    firstStimulusLine: '.stimulus-line summary',
    // The first child of the list is its name.
    stimulusLineName: (index) => `.stimulus-line:nth-child(${index + 2}) summary`,
    removeStimulusLine: (index) => `.stimulus-line:nth-child(${index + 2}) .stimulus-head button`,

    // Plots: 'v', 'u' and 'current' over time, 'plane', and those of the analyses by the name of their curve.
    panel: '.panel',
    plot,
    plotPanel: (name) => `.plot.${name}`,
    /** A plot with its own name and buttons, which stand on the margin of its canvas. */
    ownPanel: '.plot',
    plotHead: '.plot-head',
    headParts: 'h2, button',
    plotTitle: (name) => `#title-${name}`,
    plotFrame: '.plot-frame',
    frame: (name) => `${plot(name)} .plot-frame`,
    timePlots: 'trace-view',
    timeCanvases: 'trace-view canvas',
    canvas: (name) => (name === undefined ? 'canvas' : `${plot(name)} canvas`),
    track: (name) => (name === undefined ? '.cursor-track' : `${plot(name)} .cursor-track`),
    cursorLine: '.cursor-line',
    /** The instant, where it is fixed. */
    fixedCursor: '.plot.v .cursor-line.fixed:not([hidden])',
    dot: (name) => (name === undefined ? '.cursor-dot' : `${plot(name)} .cursor-dot`),
    timeBand: 'trace-view[name=v] .time-band',
    clipped: '#clipped',
    ended: '#ended',
    longRun: '#long-run',

    // What can be dragged in the plots: the parts of the stimuli, the voltages of the cell, the start.
    grips: 'trace-view .grip',
    handles: ':is(trace-view, phase-view) :is(.grip, .level, .start-handle)',
    /** Grips that are hidden because others are too close. */
    crowded: '.crowded',
    heightGrips: 'trace-view .grip.height',
    /** Of a stimulus: its 'height', its 'onset', its 'end', 'where it begins' or 'where it ends'. */
    grip: (part, index = 0) => `trace-view [aria-label^="Stimulus ${index + 1}, ${part}"]`,
    gripOf: (path) => `trace-view .grip[data-moves="${path}"]`,
    addByGrip: '.add-step',
    gripMark: 'i',
    gripValue: '.value',
    levels: 'trace-view .level',
    level: (name, where = 'v') => `${where === 'plane' ? 'phase-view' : 'trace-view'} [aria-label^="${name}, at"]`,
    start: '.start-handle',
    gripOfPlane: 'phase-view .grip',
    dragged: '.plot-frame .dragged',
    draggedGrip: '.grip.dragged',

    // The phase plane.
    planeNote: '.plane-note',
    /** What its nullclines are. */
    planeRead: '#plane-read',
    helpTexts: 'help-dialog dialog > p',
    /** What takes the focus at each fixed point, lowest v first, and what is told of it. */
    fixedPoints: '.fixed-point:not([hidden])',
    fixedPoint: (index) => (index ? '.fixed-point + .fixed-point' : ':not(.fixed-point) + .fixed-point'),
    pointNote: '.point-note',
    currentGrip: 'phase-view .grip',
    /** Offers the plane drawn straight, close to where the nullclines nearly touch, and the way back. */
    planeOffer: '#plane-offer',
    straight: '#straight',
    planeTools: '.plane-tools',
    zoomed: '#zoomed',
    backward: '#backward',
    swap: '#swap',
    enlarge: '#enlarge',
    picture: '#picture',

    // The stretch of time on show, and the interval between two spikes.
    stretches: '.stretches button',
    stretch: (name) => `[data-stretch=${name}]`,
    lastStretch: '.stretches button:last-child',
    zoom: (how) => `[data-zoom=${how}]`,
    overview: '.overview',
    overviewInside: '.overview-inside',
    overviewPart: (name) => `.overview-${name}`,
    interval: '.interval',
    intervalName: '.interval summary',
    intervalInputs: '.interval input',
    intervalSaid: '.interval output',

    // The headline and the numbers below the picture; in the details, the summary of the run and the read-out at the cursor.
    mainNumbers: 'numbers-view .measures',
    sentence: '.headline',
    patternSaid: 'spike-view .sentence',
    measures: '.measures > div, .sentence',
    measure: (name) => `[data-measure=${name}]`,
    rule: '.rule',
    ruleName: '.rule summary',
    ruleSaid: '.rule p',
    readOutOfInstant: 'instant-view',
    /** The numbers at the cursor, below v(t). */
    cursorNumbers: '.cursor-numbers',
    cursorNumber: '.cursor-numbers span',
    instant: (name) => `[data-instant=${name}]`,
    instants: '[data-instant]',
    instantSlider: 'instant-view input',
    instantMissing: 'instant-view .hint',
    fixCursor: 'instant-view [aria-pressed]',
    releaseCursor: '.play ~ [title="Release the cursor (Escape)"]',
    instantSaid: '.said-instant',
    detailsButton: 'numbers-view > .bare',
    nextSpike: 'instant-view [title="Next spike"]',
    previousSpike: 'instant-view [title="Previous spike"]',
    toStart: '[title="Back to the start"]',
    stepOn: '[title="One step on"]',
    stepBack: '[title="One step back"]',
    play: 'numbers-view .play',
    speed: '.speed',

    // On a phone.
    openEditor: (name) => `.term[data-moves="cell.${name}"] .value`,
    anyEditor: '.term .value',
    closeEditor: '.editor-tools .done',
    openEditors: '.term .value',
    meaning: '.explained .description',
    moreInEditor: '.editor-tools .more',
    editorParts: '.explained :is(label, .slider, .number), .editor-tools button',
    were: '.were',
    countShown: 'numbers-view .measures dd:first-of-type',
    countName: 'numbers-view .measures dt:first-of-type',

    // What may move while something is dragged: marks of places in a plot, on a curve or on a slider.
    current: 'quick-bar .slider',
    playBelow: 'numbers-view .play',
    playInBar: 'quick-bar .play',
    valueInLaw: (name) => `.term[data-moves="cell.${name}"] .number`,
    explainedSlider: '.law-hints .explained .slider',
    /** What stands where a value is, and so moves with it or with the scale: in a plot, on a slider, beside the traces of several runs. */
    marksOfPlaces: '.plot-frame *, .overview *, .run-scale *, .drive-curve *, .track .tick, svg, svg *',

    // Analyses: 'figure', 'compare', 'why', 'rate', 'thresholds', 'map', 'bifurcation'.
    /** The analyses of the switch, the last of which holds the further ones. */
    tabs: '#analysis-tabs [role=tab]',
    furtherTabs: '#more-tabs [role=tab]',
    opener: (name) => `#tab-${name}`,
    openedBy:
      '#analysis-tabs [aria-selected=true]:not(#tab-more), [role=tabpanel]:not([hidden]) > [role=tablist] > [aria-selected=true]',
    analysis,
    said: inAnalysis('.said'),
    note: inAnalysis('.plot-note'),
    stop: inAnalysis('.stop'),
    rested: inAnalysis('.stop[data-idle]'),
    idle: '[data-idle]',
    tableOf: inAnalysis('.table'),
    /** The plot of an analysis; of two, that of one of its curves. */
    chart: (name, one) => `${analysis(name)} ${curve(one) ?? ''} canvas`,
    readOut: inAnalysis('.read-out'),
    scan: inAnalysis('.scan'),
    analysisCanvas: inAnalysis('canvas'),
    protocol: (name, of) => `${analysis(name)} input[value="${of}"]`,
    protocols: inAnalysis('.protocol-of input'),
    protocolStimulus: inAnalysis('.protocol-of select'),
    protocolSaid: inAnalysis('.protocol-said'),

    // Comparing.
    pin: 'compare-view .pin',
    comparison: '.comparison',
    comparisonHead: '.comparison thead',
    comparisonRows: '.comparison tbody tr',
    comparedRuns: 'compare-view thead th',
    pinnedNames: '.comparison input',
    pinnedNameFocused: '.comparison input:focus',
    swapPinned: (index) => `[data-of=swap-${index}]`,
    removePinned: '[data-of^=remove-]',

    // The verdict, and what lies on the slider of the current.
    headlineBox: 'verdict-view',
    headline: '.headline',
    headlineCurrent: '.headline .dragged',
    headlineThreshold: '.headline button.threshold',
    pointed: '.pointed',
    skip: '#skip',
    skipToLaw: '#skip-law',
    skipToAnalyses: '#skip-side',
    /** Beside the tabs of the analyses. */
    skipOn: '#skip-on',
    driveSlider: 'quick-bar .slider',
    driveFocused: 'quick-bar :focus',
    driveCurve: '.drive-curve path',
    /** Between two ticks that are near each other. */
    betweenTicks: '.between-ticks',
    driveTicks: '.drive-tick',
    driveLine: '.drive-curve .line',
    driveAxis: '.drive-axis i',
    driveTop: '.drive-top',
    driveRuns: '.run-mark',
    reveal: '#reveal',
    effect: '#effect',
    effectHere: '.effect-here',
    backToFigure: '#back-to-figure',
    scaleTick: (name) => `.law-hints [data-path="cell.${name}"] .scale-tick`,
    scaleEnds: (name) => `.law-hints [data-path="cell.${name}"] .slider-scale i`,
    withhold: '#withhold',
    projector: '#projector',

    // The closed forms.
    verdict: 'why-view .verdict',
    forms: 'why-view .form',
    formValues: 'why-view .value',
    formValue: '.value',
    formSays: '.says',
    formButtons: '.tools button',
    formButton: (id, index) => `[data-key=${id}-${index}]`,

    // The f–I curve and the thresholds.
    curveCanvas: (name) => `${curve(name)} canvas`,
    curveSlider: (name) => `${curve(name)} [role=slider]`,
    runThis: '#panel-rate .run-this',
    rateKind: '.rate-kind',
    rateSaid: '.rate-said',
    onsetSaid: '.onset-said',
    classSaid: '.class-said',
    nearOnset: '.near-onset',
    /** Makes the run long enough for its first spike. */
    longer: '.headline .longer',
    markRun: inAnalysis('.mark-run'),
    found: '.found',
    firings: '.answer b',
    rounded: 'verdict-view, .drive-tick, .answers, threshold-view .which, #live',
    answersLate: '.answer-pair[data-late]',
    answerNames: '.answer strong',
    closedForms: '.found .closed',
    closedFormulas: '.found .closed math > mrow > mrow > mfrac',
    askedOf: '.asked-of p',
    /** Which number answers which question. */
    whichNumber: '.which',
    lanes: '.lane',
    lane: (index) => `.lanes .lane:nth-of-type(${index + 1})`,
    slants: '.slants path',
    bandTicks: '.band-tick',
    pinCell: '.pin-cell',
    questionRows: '.questions tbody tr',
    /** Rows of like buttons, each of which is one stop of the keyboard. */
    answerButtons: '.questions button',
    zoomButtons: '#zoom button',
    headerTools: '.top .tools > button, #menu > summary',
    zoneKey: '.zone-key',
    foundRows: '.found > div',
    firstShow: '.found .show',
    shows: '.found .show',
    show: (index) => `.found > div:nth-child(${index + 1}) .show`,

    // Where pictures are drawn while they are, and what is in their files.
    paper: '.lab.picture',
    notXml: 'parsererror',
    drawnCurves: '.curve',
    drawnClips: '.curve [clip-path]',
    /** Of a curve; markers are filled, or outlines of what is. */
    drawnLine: 'path:not([fill])',
    drawnTexts: 'text',
    drawnSizes: '[font-size]',
    drawnWidths: '[stroke-width]',
    drawnItalics: '[font-style=italic]',
    drawnOtherwise: 'image, foreignObject',
    drawnIds: '[id]',
    drawnBy: (id) => `#${id}`,
    fileTitle: 'title',
    fileTold: 'desc',
    fileFacts: 'metadata *',

    // The map from spike to spike, and the diagram.
    mapKey: 'map-view .key',
    mapSteps: 'map-view .steps',
    bursts: 'bifurcation-view .bursts',
    sweptParameter: 'bifurcation-view .parameter',
    zoomSweep: 'bifurcation-view .zoom',
  };
}

export const at = places();

/** The parts of the screen by their names; what lies in two of them belongs to the inner one. */
const REGIONS = {
  skip: '.top .skip',
  presets: '.chooser',
  header: '.top .tools',
  menu: '#menu',
  message: '#message',
  slides: '#slides',
  headline: 'verdict-view',
  picture: '.time',
  rows: 'run-rows',
  current: 'quick-bar',
  numbers: 'numbers-view',
  switch: '.side-head, #more-tabs',
  plane: '#panel-plane',
  'f–I': '#panel-rate',
  Rheobase: '#panel-thresholds',
  'closed forms': '#panel-why',
  map: '#panel-map',
  bifurcation: '#panel-bifurcation',
  compare: '#panel-compare',
  findings: '#panel-findings',
  details: '#panel-details',
  story: '.story',
  law: '.law-equations, .law-hints',
  stimulus: '.setting.stimulus',
  start: '.setting.initial',
  length: '.setting.duration',
  method: '.setting.solver',
  projector: '#leave-projector',
  dialog: 'dialog',
};

/** Where in `regionsOf` a lab stands that is within this one. */
export const ANOTHER = 'another lab';

/**
 * Where each node of the page stands, of those that a debugging session knows by number: the name of a part of the screen, or ''.
 * @param {any} frame
 */
export async function regionsOf(frame) {
  await frame.evaluate((regions) => {
    for (const [name, where] of Object.entries(regions)) for (const one of parts(where)) one.dataset.region = name;
  }, REGIONS);
  const {root} = await frame.client.send('DOM.getDocument', {depth: -1, pierce: true});
  const found = new Map();
  (function walk(node, above) {
    const {attributes = [], children = [], shadowRoots = [], contentDocument, backendNodeId} = node;
    const own = attributes.indexOf('data-region');
    const region = own < 0 ? above : attributes[own + 1];
    found.set(backendNodeId, region);
    for (const child of [...children, ...(contentDocument ? [contentDocument] : [])]) walk(child, region);
    // The lab of a preview is another one.
    for (const root of shadowRoots) if (root.shadowRootType !== 'user-agent') walk(root, ANOTHER);
  })(root, '');
  return found;
}

/** The roles and names of controls, for tests that use the page as a screen reader does. */
export const heard = {
  presets: (title) => ['DisclosureTriangle', title],
  preset: (name) => ['link', name],
  presetTitle: (title) => ['heading', title],
  current: ['textbox', 'I, amplitude'],
  plot: (said) => ['image', said],
  status: ['status', /^/],
  details: ['button', 'Details'],
  tables: ['button', 'Tables'],
  tablesOf: (run) => ['dialog', run],
  close: ['button', 'Close'],
  undo: ['button', /^Undo(: |$)/],
  compare: ['tab', 'Pinned'],
  pin: ['button', 'Pin this run'],
  comparison: ['table', 'The run on show and the pinned ones'],
};

// For functions that run in the page: the element of a name, or all of them, in the document or within a node.
export const part = (where) => document.querySelector(where);
export const parts = (where) => [...document.querySelectorAll(where)];
export const within = (node, where) => node.querySelector(where);
/** The number of a field, which stands elsewhere than the rest of it where it is a parameter of the equation. */
export const numberOf = (row) => row.getRootNode().querySelector(at.number(about(row).path));
export const unitOf = (row) => row.getRootNode().querySelector(at.unit(about(row).path));
export const allWithin = (node, where) => [...node.querySelectorAll(where)];

/** In the page: what a node stands for; '' where that does not apply. */
export const about = (node) => ({
  /** The path of the field that it belongs to. */
  path: node?.closest('[data-path]')?.dataset.path ?? '',
  /** The path of the field that a grip changes. */
  moves: node?.dataset.moves ?? '',
  /** The id of a preset's link, a stretch of time, a finding, a closed form, or a button beside a pinned run. */
  id: ['preset', 'stretch', 'finding', 'id', 'of'].map((name) => node?.dataset[name]).find(Boolean) ?? '',
  /** The name of a number in the read-out. */
  instant: node?.dataset.instant ?? '',
  /** The analysis that it opens. */
  opens: /^tab-(.*)/.exec(node?.id ?? '')?.[1] ?? '',
});
/** In the page: an element described for the message of a failed test. */
export const called = (node) =>
  node ? `${node.tagName}#${node.id}.${node.className} "${node.textContent.trim().slice(0, 24)}"` : '';
/** In the page: what describes a control, and what it controls; null for what is not there. */
export const describedBy = (node) =>
  node
    .getAttribute('aria-describedby')
    .split(' ')
    .map((id) => document.getElementById(id));
export const controlledBy = (node) => document.getElementById(node.getAttribute('aria-controls'));
/** In the page: the plot that a canvas belongs to: 'v', 'u', 'current', 'plane', or an analysis. */
export const plotOf = (canvas) =>
  canvas.closest('trace-view')?.getAttribute('name') ?? canvas.closest('[role=tabpanel]').id.replace('panel-', '');
/** In the page: emits an intent of messages.d.ts, as a view does. */
export const emit = (name, detail) =>
  document.querySelector('trace-view').dispatchEvent(new CustomEvent(name, {bubbles: true, detail}));
/** In the page: whether the lab is ready; before, how much of it is drawn: 'v', 'all' or nothing. */
export const isReady = () => document.documentElement.dataset.ready === 'true';
export const drawnYet = () => document.documentElement?.dataset.drawn;
/** In the page: the theme that was chosen for a lab. */
export const themeOf = (lab) => lab.dataset.theme ?? '';
/** In the page: makes an element to hold one of several labs; the root of that lab. */
export const putHost = (index) =>
  document.body.appendChild(Object.assign(document.createElement('div'), {id: `host-${index}`}));
export const hosted = (index) => document.querySelector(`#host-${index}`).shadowRoot;

/** In the page: notes the box of every element, and later names those whose box has changed, but for marks of places in a plot
 * and pieces of a text whose own box is fixed. */
export function noteBoxes() {
  window.boxes = new Map([...document.querySelectorAll('body *')].map((node) => [node, node.getBoundingClientRect()]));
}
export function movedBoxes() {
  const moved = [];
  for (const [node, before] of window.boxes) {
    const now = node.getBoundingClientRect();
    // What comes and goes in a place of its own moves nothing.
    if (!before.width || !now.width || node.matches(at.marksOfPlaces)) continue;
    if (/^(inline|contents)/.test(getComputedStyle(node).display)) continue;
    const by = ['left', 'top', 'width', 'height'].map((side) => now[side] - before[side]);
    if (by.every((one) => Math.abs(one) <= 0.5)) continue;
    moved.push(`${node.tagName}#${node.id}.${node.className} by ${by.map((one) => one.toFixed(1))}`);
  }
  return moved;
}

/** In the page: the spike counts that stand there, by run: its table, or its measures where there is one run. */
export function countsOnPage() {
  const rows = [...document.querySelectorAll('run-list tbody tr')];
  const written = rows.length
    ? rows.map((row) => row.cells[1].textContent)
    : [document.querySelector('[data-measure=count]').textContent];
  return written.map(Number);
}

/**
 * In the page: does what a user must do before a part can be seen: opens the lists and tabs in which it is, from the outermost in,
 * and touches the value of the equation whose slider it is. Answers whether anything was closed.
 */
export function reach(node) {
  const boxes = [];
  for (let box = node; box; box = box.parentElement) boxes.unshift(box);
  let closed = false;
  const open = (opener, how) => {
    if (!opener || opener.contains(node)) return;
    opener[how]();
    closed = true;
  };
  for (const box of boxes) {
    if (box.matches('details:not([open])')) open(box.querySelector('summary'), 'click');
    if (box.matches('main:not([data-unfolded]) .plot.u')) open(document.querySelector('#unfold'), 'click');
    if (box.matches('[role=tabpanel][hidden]')) open(document.querySelector(`[aria-controls="${box.id}"]`), 'click');
    if (box.matches('.law-hints > .field:not(.explained)')) {
      const [button, number] = document.querySelectorAll(
        `.term[data-moves="${box.dataset.path}"] :is(.value, .number)`,
      );
      open(button.hidden ? number : button, button.hidden ? 'focus' : 'click');
    }
  }
  return closed;
}
/** In the page: closes the lists that lie over it, as a press elsewhere does. */
export function closeLists(node) {
  for (const list of document.querySelectorAll('#menu, #presets, #plane-options, .setting, .rule'))
    if (!list.contains(node)) list.open = false;
}

/** In the page: the name of something in the element of another page, where the lab's own elements have other names. */
export const elsewhere = (where) => where.replace(/(?<![\w.#-])[a-z]+-[a-z]+(?=[\s[.:>,]|$)/g, 'izh-$&');

const IN_PAGE = {
  elsewhere,
  part,
  parts,
  within,
  allWithin,
  numberOf,
  unitOf,
  about,
  called,
  describedBy,
  controlledBy,
  reach,
  closeLists,
};
Object.assign(IN_PAGE, {
  plotOf,
  emit,
  isReady,
  drawnYet,
  themeOf,
  putHost,
  hosted,
  countsOnPage,
  noteBoxes,
  movedBoxes,
});
const INSTALL = [`window.at = (${places})();`]
  .concat(Object.entries(IN_PAGE).map(([name, one]) => `window.${name} = ${one};`))
  .join('\n');

/** Opens a page as support.mjs does; functions that run in it may use `at` and what is in the page above. */
export const open = (options = {}) =>
  openPage({
    ...options,
    before: async (page) => {
      // As text: a function would be sent without what it uses.
      await page.evaluateOnNewDocument(`(() => { ${INSTALL} })()`);
      await options.before?.(page);
    },
  });

// --- what is there ----------------------------------------------------------------------------------------------------

/** Waits until the lab is ready. */
export const ready = (frame) => frame.waitForFunction(() => isReady(), {polling: 100, timeout: 10e3});

/** Puppeteer's `$eval`, `$$eval`, `$` and `$$`, by the names in `at`. */
export const read = (frame, where, ...rest) => frame.$eval(where, ...rest);
export const readAll = (frame, where, ...rest) => frame.$$eval(where, ...rest);
/** An element to point at; what lies over it is closed first. */
export async function handle(frame, where) {
  const found = await frame.$(where);
  if (found) await show(frame, where, true);
  return found;
}
/** Presses a button in a tab, wherever it is. */
export const pressIn = (tab, where) => tab.$eval(where, (button) => button.click());
export const handles = (frame, where) => frame.$$(where);
export const howMany = (frame, where) => frame.$$eval(where, (all) => all.length);
export async function focus(frame, where) {
  await show(frame, where);
  await frame.focus(where);
}
export async function hover(frame, where) {
  await show(frame, where, true);
  await frame.hover(where);
}
/** Opens what a part is in; with `alone`, also closes what may lie over it. */
async function show(frame, where, alone = false) {
  const opened = await frame.$eval(
    where,
    (node, alone) => {
      if (alone) closeLists(node);
      return reach(node);
    },
    alone,
  );
  if (opened) await settle(frame);
}
/** Waits until it exists. */
export const waitFor = (frame, where, options) => frame.waitForSelector(where, options);
/** The element with the focus: what it is `about`, and its text. */
export const focused = (frame) =>
  frame.evaluate(() => {
    const node = document.activeElement;
    return {...about(node), text: node.textContent, body: node === document.body};
  });
export const hasFocus = (frame, where) => frame.evaluate((where) => document.activeElement.matches(where), where);
export const isHidden = (frame, where) => frame.$eval(where, (node) => node.hidden);
/** Whether a switch is on. */
export const isOn = (frame, where) => frame.$eval(where, (node) => node.getAttribute('aria-pressed') === 'true');
export const isDisabled = (frame, where) => frame.$eval(where, (node) => node.getAttribute('aria-disabled') === 'true');
/** The value of a slider or a grip, as screen readers say it. */
export const spokenValue = (frame, where) => frame.$eval(where, (node) => node.getAttribute('aria-valuetext'));
/** Everything on show that can be read or heard: the texts shown, the names of parts, and what is announced. */
export const told = (frame) =>
  frame.evaluate(() => {
    const shown = parts(at.everything).filter(
      (node) => node.checkVisibility?.({visibilityProperty: true}) ?? node.getClientRects().length > 0,
    );
    const own = (node) =>
      [...node.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE).map(({data}) => data.trim());
    const named = (node) =>
      ['aria-label', 'aria-valuetext', 'title', 'aria-description'].map((name) => node.getAttribute(name) ?? '');
    return shown
      .flatMap((node) => [...own(node), ...named(node)])
      .join('\n')
      .replaceAll('\u00a0', ' ');
  });
/** Its name for screen readers. */
export const spokenName = (frame, where) => frame.$eval(where, (node) => node.getAttribute('aria-label') ?? node.title);
/** Chooses an entry of a list. */
export async function select(frame, where, value) {
  await show(frame, where);
  await frame.select(where, value);
}
/** A text; '' where it is hidden. */
export const unlessHidden = (frame, where) => frame.$eval(where, (node) => (node.hidden ? '' : node.textContent));
/** The preset on show. */
export const presetShown = (frame) => frame.$eval(at.presetShown, (link) => about(link).id);
/** All presets, in the order in which they are offered. */
export const presetsOffered = (frame) => frame.$$eval(at.presetLinks, (all) => all.map((link) => about(link).id));
/** The levels of the headings, in their order. */
export const headingLevels = (frame) => frame.$$eval(at.headings, (all) => all.map((node) => Number(node.tagName[1])));
/** Where the tick of the preset stands on a slider, as a share of it. */
export const shareOfTick = (frame, path) =>
  frame.$eval(at.tick(path), (tick) => Number(tick.style.getPropertyValue('--at')));
/** The analysis that is open. */
export const openedAnalysis = (frame) => frame.$eval(at.openedBy, (one) => about(one).opens);
/** The parts of the page from top to bottom, where there is one column. */
export const COLUMN = [
  'verdict-view',
  '.plot.v',
  '.plot.u',
  '.plot.current',
  '.panel.analysis',
  '.law-foot',
  'numbers-view',
  '.figure.story',
];
/** The panels of the switch, those inside More after the others. */
export const ANALYSES = ['plane', 'rate', 'thresholds', 'why', 'map', 'bifurcation', 'compare', 'findings', 'details'];
/** All analyses, in the order in which they are offered. */
export const analysesOffered = (frame) =>
  frame.$$eval(`${at.tabs}, ${at.furtherTabs}`, (all) =>
    all.map((one) => about(one).opens).filter((name) => name !== 'more'),
  );

// --- what is done -----------------------------------------------------------------------------------------------------

export const openAnalysis = (frame, name) => press(frame, at.opener(name));
export const undo = (frame) => press(frame, at.undo);
export const redo = (frame) => press(frame, at.redo);
export const reset = (frame) => press(frame, at.reset);
/** Pins the run on show; 'compare' must be open. */
export const pin = (frame) => press(frame, at.pin);
export const openTables = (frame) => press(frame, at.tables);
export const openHelp = (frame) => press(frame, at.help);
export const openShare = (frame) => press(frame, at.share);
export const closeDialog = (frame) => press(frame, at.closeDialog);
export const dismissMessage = (frame) => press(frame, at.dismiss);
/** Changes to the other of two languages. */
export const changeLanguage = (frame) => press(frame, at.language);
export const chooseTheme = async (frame, theme) => {
  if (theme === 'projector') return press(frame, at.projector);
  await select(frame, at.theme, theme);
  await frame.evaluate(() => closeLists(document.body));
  await settle(frame);
};
export const choosePreset = (frame, id) => press(frame, at.preset(id));
/** @param {any} frame @param {'step' | 'ramp'} kind */
export const addStimulus = (frame, kind) => press(frame, at.addStimulus(kind));
/** Selects a run of several. */
/** The cells read from a text: of each field its path, its value and what it was read from. */
export const readCellRows = (frame) =>
  readAll(frame, at.readRows, (all) =>
    all.map((row) => [
      row.dataset.path,
      ...[...row.cells].slice(1).map((one) => one.textContent.trim().replace(/\u00a0|\u202f/g, ' ')),
    ]),
  );
/** Chooses one of the cells read from a text, by its name. */
export const chooseReadCell = (frame, name) => frame.select(at.readList, name);
export const selectRun = (frame, index) => press(frame, at.runButton(index));
/** Emits an intent of messages.d.ts, as a view does. */
export const ask = async (frame, name, detail) => {
  await frame.evaluate((name, detail) => void emit(name, detail), name, detail);
  await settle(frame);
};

/** For what cannot differ between browsers: tested in one alone, so that all tests take ten minutes. */
export const inOne = (/** @type {string} */ browser) => (browser === 'chromium' ? test : () => {});

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two frames: what an edit asks for is drawn in the next one. */
export const settle = (frame) =>
  frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens the page, waits until it is ready, and passes it to `use`; fails if the page had errors or made requests. */
export async function withLab(options, use) {
  const lab = await open(options);
  try {
    await ready(lab.frame);
    // What the worker finds for the phase plane arrives soon, and changes its picture.
    const drawn = () => part(at.planeNote)?.textContent;
    await lab.frame.waitForFunction(drawn, {timeout: 2000}).catch(() => {});
    await settle(lab.frame);
    await use(lab);
    assert.deepEqual(lab.errors, []);
    assert.deepEqual(lab.requests, []);
  } finally {
    await lab.close();
  }
}

/** Opens a page that is served with a content security policy. */
export async function underPolicy(browser, policy, use, html = readFileSync(site, 'utf8')) {
  const server = createServer(({url}, response) => {
    if (url !== '/') return response.writeHead(404).end();
    response.writeHead(200, {'content-type': 'text/html', 'content-security-policy': policy}).end(html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  // Opens a page as usual, and then sends it elsewhere.
  const {page, frame, errors, close} = await open({browser});
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await use(frame ?? page, errors);
  } finally {
    await close();
    server.close();
  }
}

/** Opens a preset by its link, within the page. */
export async function goto(frame, id) {
  const current = await frame.evaluate(async (hash) => {
    const changed = new Promise((done) => addEventListener('hashchange', done, {once: true}));
    if (location.hash === hash) location.hash = '#';
    location.hash = hash;
    await changed;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return about(part(at.presetShown)).id;
  }, `#${id}`);
  assert.equal(current, id);
}

/**
 * Opens one preset after another, and returns what `look` finds at each, by id. `look` runs in the page, since a round
 * trip for each preset would take longer than all the drawing.
 */
export const atEach = (frame, ids, look) =>
  frame.evaluate(
    async (ids, source) => {
      const look = (0, eval)(`(${source})`);
      const found = {};
      for (const id of ids) {
        const changed = new Promise((done) => addEventListener('hashchange', done, {once: true}));
        if (location.hash === `#${id}`) location.hash = '#';
        location.hash = `#${id}`;
        await changed;
        // Drawn in the first of these frames, laid out by then; the canvases take their new sizes in the third.
        for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
        const shown = about(part(at.presetShown)).id;
        if (shown !== id) throw new Error(`${shown} instead of ${id}`);
        found[id] = look();
      }
      return found;
    },
    ids,
    String(look),
  );

/** A text of the page with plain spaces, also where the page lets no line break. */
export const spaced = (written) => written.replaceAll('\u00a0', ' ');

export const text = (frame, selector) => frame.$eval(selector, (node) => node.textContent);

/** A number as the page writes it, with its true minus and its unit. */
export const number = (written) => Number(/[−-]?[\d.]+(e-?\d+)?/.exec(written)?.[0].replace('−', '-'));

/** Whether somebody can see it. */
export const visible = (frame, selector) =>
  frame.$eval(selector, (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible';
  });

export const counts = (frame) => frame.evaluate(() => countsOnPage());

/** The table of runs as texts. */
export const runTable = (frame) =>
  frame.$$eval(at.runRows, (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

/** The contents of all visible canvases. */
export const picture = (frame) =>
  frame.$$eval(at.canvas(), (all) => all.map((canvas) => (canvas.offsetParent ? canvas.toDataURL() : '')));

/** The labels of the plots on show. */
export const labels = (frame) =>
  frame.$$eval(at.canvas(), (all) =>
    all.filter((canvas) => canvas.offsetParent).map((canvas) => canvas.getAttribute('aria-label')),
  );

/** Puts a text into a number field at once, as pasting does; returns what the page then says beside it. */
export async function enter(frame, path, written) {
  const said = await frame.evaluate(
    (path, written) => {
      const input = part(at.number(path));
      input.value = written;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      const problem = part(at.problem(path));
      return {
        problem: problem.hidden ? '' : problem.textContent,
        invalid: input.getAttribute('aria-invalid') === 'true',
        children: problem.children.length,
      };
    },
    path,
    written,
  );
  return {...said, problem: spaced(said.problem)};
}

/** The equation's parameters with their values, as "C 100, k 0.7, ..."; that of `I` stands elsewhere. */
export const equation = (frame) =>
  frame.$$eval(at.symbols, (all) =>
    all
      .map((one) => `${one.querySelector('var').textContent} ${within(one, at.number())?.value ?? ''}`.trim())
      .join(', '),
  );

/** What a number field shows, with a hyphen for its true minus sign. */
export const shown = (frame, path) => frame.$eval(at.number(path), (input) => input.value.replaceAll('−', '-'));

/** Types with the keyboard into a number field, over what it holds. */
export async function type(page, frame, path, written) {
  await focus(frame, at.number(path));
  const input = await frame.$(at.number(path));
  await input.evaluate((node) => node.select());
  await page.keyboard.type(written);
  await settle(frame);
}

/** Chooses a kind: of the start, of the method. */
export async function choose(frame, part, kind) {
  await select(frame, at.kind(part), kind);
  await settle(frame);
}

/** Presses a button, even one outside of the window. */
export async function press(frame, selector) {
  await show(frame, selector);
  await frame.$eval(selector, (button) => button.click());
  await settle(frame);
}

/**
 * In the page: all visible text and all labels within an element, except what is hidden or within `except`.
 * @param {string} selector @param {string} except @param {string} [host] of the shadow root in which the element stands
 */
export function textsOf(selector, except, host = '') {
  const root = host ? document.querySelector(host).shadowRoot : document;
  const element = root.querySelector(selector);
  const skip = (one) => one?.closest(`[hidden], script, style, template, noscript, pre, ${except}`);
  /** By what they stand in as a whole: a word that is explained is part of its sentence; a unit below a number is not. */
  const whole = new Map();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    let of = nodes.currentNode.parentElement;
    if (skip(of)) continue;
    while (of.matches('button.term, sub, b, strong, msub *, span:not(.unit)')) of = of.parentElement;
    whole.set(of, (whole.get(of) ?? '') + nodes.currentNode.data);
  }
  const found = Array.from(whole.values(), (text) => text.trim());
  for (const name of ['aria-label', 'title', 'aria-valuetext', 'placeholder'])
    for (const one of element.querySelectorAll(`[${name}]`)) if (!skip(one)) found.push(one.getAttribute(name));
  return found.filter(Boolean);
}

/** Before a page opens: keeps the files that it hands to the browser to save, instead of saving them. */
export const keepSaved = (tab) =>
  tab.evaluateOnNewDocument(() => {
    const blobs = new Map();
    const own = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const address = own(blob);
      blobs.set(address, blob);
      return address;
    };
    window.savedFiles = [];
    addEventListener(
      'click',
      (event) => {
        const link = event.target.closest(at.saveLink);
        if (!link) return;
        event.preventDefault();
        window.savedFiles.push({name: link.download, blob: blobs.get(link.href)});
      },
      {capture: true},
    );
  });
/** The file that was handed over last, with `keepSaved`. */
export const lastSaved = (frame) =>
  frame.evaluate(async () => {
    const {name, blob} = window.savedFiles.at(-1);
    return {name, type: blob.type, text: await blob.text()};
  });

/** All that is on show, as the file has it; the dialog that saves it is open before and after. */
export async function onShow(frame) {
  await press(frame, at.saveAs('file'));
  return JSON.parse((await lastSaved(frame)).text);
}
export async function nowOnShow(frame) {
  await openShare(frame);
  const now = await onShow(frame);
  await closeDialog(frame);
  return now;
}

/** Drops or pastes a text or a file, as far as a page can tell. */
export async function hand(frame, how, given) {
  await frame.evaluate(
    (how, {text, file, name = 'set-up.json', type = 'application/json'}) => {
      const data = new DataTransfer();
      if (text !== undefined) data.setData('text/plain', text);
      if (file !== undefined) data.items.add(new File([file], name, {type}));
      const options = {bubbles: true, cancelable: true};
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', options)
          : new DragEvent('drop', {...options, dataTransfer: data});
      // Firefox leaves empty what it is given.
      if (how === 'paste') Object.defineProperty(event, 'clipboardData', {value: data});
      part(at.main).dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error('the browser would open it instead of the lab');
    },
    how,
    given,
  );
  await settle(frame);
}

/** Before a page opens: keeps what its plots write, with the place of the host of the lab that they stand in, as `drawnTexts`. */
export const watchDrawnTexts = (tab) =>
  tab.evaluateOnNewDocument(() => {
    window.drawnTexts = [];
    const {fillText} = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...given) {
      window.drawnTexts.push({text: String(text), host: `#${this.canvas.getRootNode().host?.id ?? ''}`});
      return fillText.call(this, text, ...given);
    };
  });
