/** Reports as pictures, drawn with nothing but the JDK. */
package io.crowdlake.evaluation.chart;
