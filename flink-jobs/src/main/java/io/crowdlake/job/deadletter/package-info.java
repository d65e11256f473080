/** Where the stages' side outputs meet: every message that was given up is counted by its reason and becomes a row. */
package io.crowdlake.job.deadletter;
