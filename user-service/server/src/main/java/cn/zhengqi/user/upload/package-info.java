/** Tables that people bring as files. */
@NullMarked
package cn.zhengqi.user.upload;

import org.jspecify.annotations.NullMarked;
