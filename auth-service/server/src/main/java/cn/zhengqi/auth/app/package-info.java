/** Other applications that people sign in to with their account of the platform, and what they let them know. */
@NullMarked
package cn.zhengqi.auth.app;

import org.jspecify.annotations.NullMarked;
