/** The engine on the command line: profiles in, outcomes out. */
@NullMarked
package cn.zhengqi.matching.eval;

import org.jspecify.annotations.NullMarked;
