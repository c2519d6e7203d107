import fc from 'fast-check';

/** The same cases in every run: a test that fails now and then says nothing about the change it fails on. */
fc.configureGlobal({ seed: 20_260_101 });

export default fc;
