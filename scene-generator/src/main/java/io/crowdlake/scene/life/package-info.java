/** People: what they look like, where they walk, which way they look. Nothing here draws. */
package io.crowdlake.scene.life;
