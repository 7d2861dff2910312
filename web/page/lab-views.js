// page/lab-views.js: the modules of the views of a whole lab, in the order in which they are seen.

/** The modules of v(t) and of its headline, which are seen first, and of the rows, on which the place of v(t) depends. */
const FIRST_VIEWS = [
  () => import('../views/trace-view.js'),
  () => import('../views/verdict-view.js'),
  () => import('../views/run-rows.js'),
];
/** The modules of all other views. */
const OTHER_VIEWS = [
  () => import('../views/bifurcation-view.js'),
  () => import('../views/compare-view.js'),
  () => import('../views/data-dialog.js'),
  () => import('../views/findings-view.js'),
  () => import('../views/help-dialog.js'),
  () => import('../views/instant-view.js'),
  () => import('../views/map-view.js'),
  () => import('../views/numbers-view.js'),
  () => import('../views/parameter-form.js'),
  () => import('../views/phase-view.js'),
  () => import('../views/preset-gallery.js'),
  () => import('../views/quick-bar.js'),
  () => import('../views/rate-view.js'),
  () => import('../views/open-dialog.js'),
  () => import('../views/run-list.js'),
  () => import('../views/share-dialog.js'),
  () => import('../views/shelf-dialog.js'),
  () => import('../views/spike-view.js'),
  () => import('../views/threshold-view.js'),
  () => import('../views/why-view.js'),
];

export const labViews = () => ({first: FIRST_VIEWS, others: OTHER_VIEWS});
