/** The second factor of a sign-in: one-time codes by time, and recovery codes for who has lost the phone. */
@NullMarked
package cn.zhengqi.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
