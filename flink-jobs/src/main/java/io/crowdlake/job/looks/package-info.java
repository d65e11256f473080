/** What people look like, sealed: how the stages of the job that use it open it. */
package io.crowdlake.job.looks;
