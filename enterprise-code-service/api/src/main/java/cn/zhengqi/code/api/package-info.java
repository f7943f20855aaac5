/** What others may know of enterprise codes, claims, scans and consents. */
@NullMarked
package cn.zhengqi.code.api;

import org.jspecify.annotations.NullMarked;
