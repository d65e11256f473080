/** Figures and their uncertainty: plain arithmetic over answers and truths, without pictures and networks. */
package io.crowdlake.evaluation.metric;
