/** What stops guessing, of whatever kind. */
@NullMarked
package cn.zhengqi.auth.guess;

import org.jspecify.annotations.NullMarked;
