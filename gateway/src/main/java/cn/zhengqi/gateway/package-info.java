/** The one door: sign-in for browsers, routes to the services, the pages. */
@NullMarked
package cn.zhengqi.gateway;

import org.jspecify.annotations.NullMarked;
