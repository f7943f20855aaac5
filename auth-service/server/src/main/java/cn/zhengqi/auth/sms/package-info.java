/** Codes that are sent to phones. */
@NullMarked
package cn.zhengqi.auth.sms;

import org.jspecify.annotations.NullMarked;
