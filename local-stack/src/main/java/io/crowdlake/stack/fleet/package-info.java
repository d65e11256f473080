/** Those who run the cameras: the hub's registry, twins and methods through Azure's service SDK, and what of it lands in the lake. */
package io.crowdlake.stack.fleet;
