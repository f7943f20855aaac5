/** What a service uses of the web layer: the caller, permissions, public routes, field rules. */
@NullMarked
package cn.zhengqi.web;

import org.jspecify.annotations.NullMarked;
