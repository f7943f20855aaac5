/** Runs the whole platform on one machine: what runs, in which order, and how it is built, started, watched and ended. */
@NullMarked
package cn.zhengqi.local;

import org.jspecify.annotations.NullMarked;
