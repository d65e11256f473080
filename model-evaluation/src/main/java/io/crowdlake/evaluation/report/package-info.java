/** What was measured: records with stable names for programs, and tables of text for people. */
package io.crowdlake.evaluation.report;
