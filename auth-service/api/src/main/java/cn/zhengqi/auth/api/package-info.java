/** What others may know of accounts. */
@NullMarked
package cn.zhengqi.auth.api;

import org.jspecify.annotations.NullMarked;
