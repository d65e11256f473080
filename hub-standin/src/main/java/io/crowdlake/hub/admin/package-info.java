/** The hub's service interface: the registry, twins and methods, for those who run the fleet. */
package io.crowdlake.hub.admin;
