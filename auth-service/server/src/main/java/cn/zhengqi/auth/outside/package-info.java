/** Calls to systems that somebody else named: where they may go, how long they may take, and how often they are tried. */
@NullMarked
package cn.zhengqi.auth.outside;

import org.jspecify.annotations.NullMarked;
