/** Puts the web layer into a service. */
@NullMarked
package cn.zhengqi.web.autoconfigure;

import org.jspecify.annotations.NullMarked;
