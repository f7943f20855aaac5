/** The sign-ins that are open, and the devices that they were made with. */
@NullMarked
package cn.zhengqi.auth.session;

import org.jspecify.annotations.NullMarked;
