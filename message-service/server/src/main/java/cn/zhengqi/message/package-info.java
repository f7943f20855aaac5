/** Messages: who is told what, when something happened. */
@NullMarked
package cn.zhengqi.message;

import org.jspecify.annotations.NullMarked;
