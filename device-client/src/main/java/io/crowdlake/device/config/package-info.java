/** What the fleet may change of a running camera, and ask of it. */
package io.crowdlake.device.config;
