/**
 * A simulated MESH with the opt-out check service behind it, written from the specification and stricter than the public
 * sandbox (opt-out-and-mesh.md 10). Only for the demo and tests.
 */
@NullMarked
package uk.gov.warwickshire.gateway.demo.mesh;

import org.jspecify.annotations.NullMarked;
