/**
 * Tells new visitors of a site from those seen before, where that is switched on: {@link io.crowdlake.job.recognize.RecognizeFunction}. What
 * people look like is in clear in memory alone, for as long as one visit is compared.
 */
package io.crowdlake.job.recognize;
