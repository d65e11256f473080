/** What is true of pictures and clips: readers of {@code labels.csv} and {@code boxes.json}. */
package io.crowdlake.evaluation.labels;
