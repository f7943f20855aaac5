/** Failures of the gateway itself, in the form of every other. */
@NullMarked
package cn.zhengqi.gateway.problem;

import org.jspecify.annotations.NullMarked;
