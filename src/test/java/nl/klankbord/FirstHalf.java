// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests whose names begin with these letters: one process runs them all in one application, which Surefire would start anew for each class. */
@Suite
@SelectPackages("nl.klankbord")
@IncludeClassNamePatterns(".*\\.[A-D]\\w*Test")
class FirstHalf {}
