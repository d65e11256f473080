/** Many light devices in one process, to see what a hub and a job do with a fleet: {@link io.crowdlake.device.simulate.Simulation}. */
package io.crowdlake.device.simulate;
