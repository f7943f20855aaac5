/** The three web applications and the API documents, from files. */
@NullMarked
package cn.zhengqi.gateway.site;

import org.jspecify.annotations.NullMarked;
