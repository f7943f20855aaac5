/** Accounts of the demonstration. */
@NullMarked
package cn.zhengqi.auth.demo;

import org.jspecify.annotations.NullMarked;
