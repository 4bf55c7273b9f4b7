// Lets the n-th call that changes something in a folder fail. Preload it, then call fault_at() in the process.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ONCE, LASTING, SHORT, KILL };

static char folder[4096];
static int mode, error, calls;
static int number;  // 0: no faults

// Count calls without faults (number < 0 counts on and never fails).
void fault_at(const char *in_folder, int which, int how, int with) {
    strncpy(folder, in_folder, sizeof folder - 1);
    calls = 0;
    mode = how;
    error = with;
    number = which;
}

int fault_calls(void) { return calls; }

static int meant(const char *path) { return number && path && strncmp(path, folder, strlen(folder)) == 0; }

static int meant_file(int file) {
    char link[64], path[4096];
    if (!number) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return meant(path);
}

static int fails(int is_meant) {
    if (!is_meant) return 0;
    calls++;
    if (number < 0 || calls < number || (calls > number && mode == ONCE)) return 0;
    if (mode == KILL) kill(getpid(), SIGKILL);
    if (mode == SHORT && calls > number + 1) return 0;
    errno = error;
    return 1;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)

// A full disk still opens what is there, and a read-only one what is only read.
static int may_fail(const char *path, int flags) {
    int creates = flags & O_CREAT && access(path, F_OK) != 0;
    return error == EIO || creates || (error == EROFS && flags & (O_WRONLY | O_RDWR));
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) {                            \
        REAL(int, name, const char *, int, ...);                            \
        va_list more; va_start(more, flags);                                \
        mode_t bits = flags & O_CREAT ? va_arg(more, mode_t) : 0;           \
        va_end(more);                                                       \
        return fails(meant(path) && may_fail(path, flags)) ? -1 : real(path, flags, bits); \
    }
OPEN(open)
OPEN(open64)

#define WRITE(name, offset_type)                                                              \
    ssize_t name(int file, const void *bytes, size_t size, offset_type offset) {              \
        REAL(ssize_t, name, int, const void *, size_t, offset_type);                          \
        int failing = fails(meant_file(file));                                                \
        if (failing && mode == SHORT && calls == number) return real(file, bytes, size / 2, offset); \
        return failing ? -1 : real(file, bytes, size, offset);                                \
    }
WRITE(pwrite, off_t)
WRITE(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    int failing = fails(meant_file(file));
    if (failing && mode == SHORT && calls == number) return real(file, bytes, size / 2);
    return failing ? -1 : real(file, bytes, size);
}

#define ON_FILE(name) int name(int file) { REAL(int, name, int); return fails(meant_file(file)) ? -1 : real(file); }
ON_FILE(fsync)
ON_FILE(fdatasync)

#define TRUNCATE(name, size_type)                     \
    int name(int file, size_type size) {              \
        REAL(int, name, int, size_type);              \
        return fails(meant_file(file)) ? -1 : real(file, size); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define ON_PATHS(name)                                                    \
    int name(const char *from, const char *to) {                          \
        REAL(int, name, const char *, const char *);                      \
        return fails(meant(from) || meant(to)) ? -1 : real(from, to);     \
    }
ON_PATHS(rename)
ON_PATHS(link)

int unlink(const char *path) { REAL(int, unlink, const char *); return fails(meant(path)) ? -1 : real(path); }
int mkdir(const char *path, mode_t bits) { REAL(int, mkdir, const char *, mode_t); return fails(meant(path)) ? -1 : real(path, bits); }
int chmod(const char *path, mode_t bits) { REAL(int, chmod, const char *, mode_t); return fails(meant(path)) ? -1 : real(path, bits); }
