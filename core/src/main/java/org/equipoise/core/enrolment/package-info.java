/** How patients enter a trial over calendar time: expected numbers enrolled, and their inverse. */
@NullMarked
package org.equipoise.core.enrolment;

import org.jspecify.annotations.NullMarked;
